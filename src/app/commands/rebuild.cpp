#include "app/commands/rebuild.h"

#include <ostream>

#include "access/owing.h"
#include "app/installation.h"
#include "base/text.h"

namespace lifestory::app {

namespace {

struct Rebuilt {
    std::uint64_t entries = 0;
    access::Recounted owed;
};

Result<Rebuilt> rebuild(const std::filesystem::path& data) {
    auto installation = TRY(Installation::open(data, FirstStart::Refuse, store::sqlite::Opening::ForWriting));
    Rebuilt rebuilt;
    rebuilt.entries = TRY(installation->ledger().rebuild());
    if (!installation->index().children().empty()) {
        auto policies = TRY(accepted_policies(*installation));
        access::Owing owing(installation->ledger(), installation->index(), policies.books);
        rebuilt.owed = owing.rebuild(now_of(installation->ledger()));
    }
    return rebuilt;
}

} // namespace

int run_rebuild(const std::filesystem::path& data, std::ostream& out, std::ostream& err) {
    auto rebuilt = rebuild(data);
    if (!rebuilt) {
        err << rebuilt.refusal().message << "\n";
        return 1;
    }
    out << "The lists were made again from " << plural(rebuilt->entries, "entry", "entries") << ", and what is owed from "
        << plural(rebuilt->owed.records, "record", "records") << ".\n";
    if (rebuilt->owed.unreadable > 0)
        err << plural(rebuilt->owed.unreadable, "record", "records") << " could not be read: run 'lifestory verify'.\n";
    return 0;
}

} // namespace lifestory::app
