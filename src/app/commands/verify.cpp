#include "app/commands/verify.h"

#include <fstream>
#include <iterator>
#include <ostream>

#include "app/installation.h"
#include "base/text.h"

namespace lifestory::app {

namespace {

void print_wrong(const ledger::Verified& verified, std::ostream& out) {
    for (const auto& wrong : verified.wrong) {
        if (wrong.number)
            out << "entry " << *wrong.number << (wrong.record ? " of record " + wrong.record->hex() : "") << ": ";
        else if (wrong.record)
            out << "record " << wrong.record->hex() << ": ";
        out << wrong.what << "\n";
    }
}

} // namespace

int run_verify(const std::filesystem::path& data, const std::string& record, const std::filesystem::path& against,
               std::ostream& out, std::ostream& err) {
    std::optional<RecordNumber> number;
    if (!record.empty()) {
        auto parsed = RecordNumber::parse(record);
        if (!parsed) {
            err << "--record takes a record's number of 32 hexadecimal digits.\n";
            return 2;
        }
        number = *parsed;
    }
    auto installation = Installation::open(data, FirstStart::Refuse, store::sqlite::Opening::ForReading);
    if (!installation) {
        err << installation.refusal().message << "\n";
        return 1;
    }
    auto& ledger = (*installation)->ledger();
    ledger::Verified verified;
    if (!against.empty()) {
        std::ifstream file(against);
        std::string note{std::istreambuf_iterator<char>(file), {}};
        if (note.empty()) {
            err << "There is no checkpoint in " << against.string() << ".\n";
            return 1;
        }
        verified = ledger.verify_against(note);
    } else {
        verified = number ? ledger.verify(*number) : ledger.verify();
    }
    print_wrong(verified, out);
    if (!verified.wrong.empty()) {
        out << "No: " << plural(verified.wrong.size(), "thing is", "things are") << " wrong in " << data.string() << ".\n";
        return 1;
    }
    out << "Yes: " << plural(verified.entries, "entry", "entries") << ", all as they were signed.\n" << verified.checkpoint;
    return 0;
}

} // namespace lifestory::app
