// How long a chronology takes of a record of 5,000 entries by Northmere's rules: from the folded record and its timeline to rows,
// to the table of the page, and to a document for Word. Processor time. The figures stand in docs/performance.md.
//   bench_chronology
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "chronology/derive.h"
#include "export/docx.h"
#include "policy/statuses.h"
#include "policy/timeline_of.h"
#include "web/pages/chronology_table.h"

namespace {

using namespace lifestory;
using namespace lifestory::record;

EntryId id_at(std::size_t place) {
    EntryId id;
    for (std::size_t at = 0; at < 8; ++at)
        id.bytes[at] = static_cast<std::uint8_t>(place >> (8 * at));
    return id;
}

// A visit of 350 words; every tenth was important.
Content a_visit(std::size_t place) {
    std::string words;
    for (int sentence = 0; sentence < 35; ++sentence)
        words += "Today I came to see you because we agreed it. ";
    return Visit{{"visit", "Visit",
                  {{"happened", "What happened", "what-happened", "prose", Text{words}},
                   {"seen", "Were you seen?", "about", "seen", SeenHow{Seen::Alone}},
                   {"significant", "An important event for you", "about", "yes-no", YesNo{place % 10 == 0}},
                   {"actions", "What happens next", "what-happens-next", "actions", Actions{{{"Bring new paints", "Priya Anand", {}, ""}}}}}},
                 {}, {}, {}};
}

Child a_child(std::size_t length) {
    Child child;
    for (std::size_t place = 0; place < length; ++place) {
        Entry entry;
        entry.number = entry.place = place;
        entry.id = id_at(place + 1);
        entry.said.happened_on = calendar::Day{std::chrono::days(14000 + place)};
        entry.recorded_at = calendar::Instant{std::chrono::days(14000 + place)};
        entry.content = place == 0 ? Content(ChildOpened{}) : a_visit(place);
        apply(child, std::move(entry));
    }
    return child;
}

template <class Work>
double milliseconds(Work work) {
    const auto began = std::clock();
    std::size_t calls = 0;
    double seconds = 0;
    for (; seconds < 1; ++calls) {
        work();
        seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    }
    return seconds * 1000 / static_cast<double>(calls);
}

std::size_t kept = 0; // so that nothing is left out of what is measured

} // namespace

int main() {
    auto pack = policy::load(std::filesystem::path(SOURCE_FOLDER) / "packs/model");
    if (!pack)
        return EXIT_FAILURE;
    const auto child = std::make_shared<const Child>(a_child(5000));
    const auto today = calendar::Day{std::chrono::days(19001)};
    const Authority authority;
    const auto family = std::make_shared<const Family>();
    const auto timeline = policy::timeline_of(*child, authority, *pack);
    const auto statuses = policy::statuses_of(*pack, timeline);
    const auto derive = [&] { return chronology::derive_chronology({*child, *family, {&*pack, &timeline, &statuses, today}, chronology::all_entries(*child)}); };
    const auto all = derive();
    access::OpenRecord open;
    open.child = child;
    open.family = family;
    web::pages::ChronologyTable table{open, {}, all.gaps};
    for (const auto& row : all.rows)
        table.rows.push_back(&row);
    exports::Sheet sheet{"Chronology", {}, {{"Date", 1}, {"What", 5}, {"Done", 2}}, {}, "Foot", {}};
    for (std::size_t at = 0; at < 300 && at < all.rows.size(); ++at) // about twenty pages of A4
        sheet.rows.push_back({web::pages::when_of(all.rows[at]), all.rows[at].what, all.rows[at].done});
    fmt::print("{} rows of 5,000 entries\n", all.rows.size());
    fmt::print("deriving      {:.1f} ms\n", milliseconds([&] { kept += derive().rows.size(); }));
    fmt::print("the table     {:.1f} ms\n", milliseconds([&] { kept += web::pages::chronology_table(table).markup().size(); }));
    fmt::print("a Word file of {} rows  {:.1f} ms\n", sheet.rows.size(), milliseconds([&] { kept += exports::docx_of(sheet).size(); }));
    return kept > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
