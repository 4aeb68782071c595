// How long a child's record takes from opened JSON to the folded record, for 500 and 5,000 entries, beside
// parsing the same JSON and keeping nothing: processor time, and the ratios in one run. The figures stand in
// docs/performance.md.
//   bench_fold [ENTRIES ...]
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "base/json.h"
#include "record/child.h"
#include "record/codec.h"

namespace {

using namespace lifestory;
using namespace lifestory::record;

constexpr double measured_for = 1; // seconds of processor time each

EntryId id_at(std::size_t place) {
    EntryId id;
    for (std::size_t at = 0; at < 8; ++at)
        id.bytes[at] = static_cast<std::uint8_t>(place >> (8 * at));
    return id;
}

Content a_visit() {
    std::string words;
    for (int sentence = 0; sentence < 35; ++sentence)
        words += "Today I came to see you because we agreed it. ";
    Form form{"visit",
              "Visit",
              {{"happened", "What happened", "what-happened", "prose", Text{words}},
               {"seen", "Were you seen?", "about", "seen", SeenHow{Seen::Alone}}}};
    return Visit{form, {}, {}, {}};
}

// A visit of 350 words, then the acts that come to stand beside it.
Content content_at(std::size_t place) {
    const auto visit = id_at(place - (place - 1) % 4);
    if (place == 0)
        return ChildOpened{};
    if (place % 4 == 1)
        return a_visit();
    if (place % 4 == 2)
        return Endorsement{visit, "I agree. Keep the Saturdays under review."};
    if (place % 4 == 3)
        return Release{visit, "now", "", {}, {}, ""};
    return Addition{visit, "I left out that the cat is called Pickle."};
}

std::vector<ledger::OpenedEntry> a_record(std::size_t length) {
    std::vector<ledger::OpenedEntry> entries(length);
    for (std::size_t place = 0; place < length; ++place) {
        entries[place].header.number = entries[place].place = place;
        entries[place].id = id_at(place);
        Said said;
        said.recorded_by.full_name = "Priya Anand";
        entries[place].content = write_content(said, content_at(place));
    }
    return entries;
}

// Milliseconds of processor time that one call takes.
template <class Work>
double milliseconds(Work work) {
    const auto began = std::clock();
    std::size_t calls = 0;
    double seconds = 0;
    do {
        work();
        ++calls;
        seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    } while (seconds < measured_for);
    return seconds * 1000 / static_cast<double>(calls);
}

void must(bool holds) {
    if (!holds)
        std::abort();
}

void measure(std::size_t length) {
    const auto opened = a_record(length);
    const auto entries = *read_entries(opened);
    const auto parsed = milliseconds([&] {
        for (const auto& entry : opened)
            must(parse_json(entry.content).has_value());
    });
    const auto read = milliseconds([&] { must(read_entries(opened)->size() == length); });
    const auto folded =
        milliseconds([&] { must(fold_child(std::span<const Entry>(entries)).length == length); });
    const auto both =
        milliseconds([&] { must(fold_child(std::move(*read_entries(opened))).length == length); });
    fmt::print("{} entries: JSON alone {:.2f} ms; read {:.2f} ms; folded (with a copy) {:.2f} ms; read and "
               "folded {:.2f} ms, "
               "{:.1f} times the JSON alone, {:.1f} microseconds an entry\n",
               length, parsed, read, folded, both, both / parsed, both * 1000 / static_cast<double>(length));
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        measure(500);
        measure(5000);
    }
    for (int word = 1; word < count; ++word)
        measure(static_cast<std::size_t>(std::max(1, std::atoi(words[word]))));
}
