// Tilly's record, told entry by entry, and her chronology by a pack of a few lines: Wednesday 23 December 2026.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chronology/derive.h"
#include "policy/statuses.h"
#include "policy/timeline_of.h"
#include "unit/policy/small_pack.h"

namespace lifestory::chronology::testing {

using namespace record;

template <class Number>
Number number(unsigned digit) {
    Number made;
    made.bytes[14] = static_cast<std::uint8_t>(digit / 256);
    made.bytes[15] = static_cast<std::uint8_t>(digit % 256);
    return made;
}

inline Day day(int year, unsigned month, unsigned date) { return *calendar::day_of(year, month, date); }
inline const auto today = day(2026, 12, 23);
inline const auto tilly_herself = number<PersonNumber>(31);
inline const auto maureen = number<PersonNumber>(32);

inline Answer answer(std::string item, std::string part, std::string type, Value value) {
    return {std::move(item), "asked", std::move(part), std::move(type), std::move(value)};
}
inline Answer happened(std::string words) { return answer("happened", "what-happened", "prose", Text{std::move(words)}); }
inline Answer important() { return answer("significant", "about", "yes-no", YesNo{true}); }

inline const std::string rules = R"toml(
[setting.chronology-gap]
asks = "?"
type = "count"
value = "8 weeks"
chosen = "for the test"
[record.attempted-contact]
like = "case-note"
[record.placement]
items = [
  { id = "placement-kind", type = "choice", options = ["foster home", "with adopters"], label = "Kind of home" },
  { id = "address", type = "text", label = "Address" },
]
[significance.decisions]
what = "key-decision.decided"
put = "always"
theme = "what we decided"
[significance.moves]
what = ["placement.started", "placement.ended", "household.started"]
put = "always"
leaves_out = ["address"]
theme = "moves"
[significance.deaths]
what = "person.recorded"
put = "offered"
theme = "family"
[significance.could-not-meet]
what = ["failed-visit.happened", "attempted-contact.happened"]
put = "always"
group = "8 weeks"
[significance.core-groups]
what = "core-group.held"
put = "never"
)toml";

class Life : public ::testing::Test {
protected:
    Life() : pack(*policy::testing::ours(rules)) {
        add(ChildOpened{number<RecordNumber>(2), tilly_herself}, day(2026, 9, 1));
        add(BasicDetail{"known-as", "Tilly", "", "Tilly", {}, {}, false}, day(2026, 9, 1));
        add(BasicDetail{"born", "2015-03-14", "", "Kerry Barrow", {}, {}, false}, day(2026, 9, 1));
    }

    EntryId add(Content content, Day on, std::optional<Day> written = std::nullopt) {
        Entry entry;
        entry.number = entry.place = child.length;
        entry.id = number<EntryId>(100 + static_cast<unsigned>(child.length));
        entry.said.happened_on = on;
        entry.recorded_at = calendar::start_of(written.value_or(on)) + std::chrono::hours(12);
        entry.content = std::move(content);
        apply(child, entry);
        return entry.id;
    }
    EntryId visit(Day on, std::vector<Answer> answers, std::string type = "visit") {
        return add(Visit{{type, type == "visit" ? "Visit" : "Visit, nobody was seen", std::move(answers)}, {}, {}, {}}, on);
    }
    EntryId document(Form form, Day on, std::optional<EntryId> of = std::nullopt) {
        Document one;
        one.form = std::move(form);
        one.belongs_to = of;
        return add(std::move(one), on);
    }
    EntryId placed(std::string episode, std::string kind, Day from, std::optional<Day> to = std::nullopt) {
        return add(Episode{std::move(episode),
                           {"placement",
                            "Where you live",
                            {answer("placement-kind", "", "choice", Choices{{std::move(kind)}}), answer("address", "", "text", Text{"4 Mill Row, M1 1AE"})}},
                           from,
                           to},
                   from);
    }
    void correct(EntryId entry, std::function<void(Correction&)> how) {
        Correction correction;
        correction.sentence.entry = entry;
        correction.why = "a name or date was wrong";
        how(correction);
        add(correction, today);
    }

    Chronology derived(Reader reader = Reader::Worker, std::optional<std::vector<GivenEntry>> given = std::nullopt) {
        auto timeline = policy::timeline_of(child, authority, pack);
        auto statuses = policy::statuses_of(pack, timeline);
        auto told = given ? *given : all_entries(child);
        return derive_chronology({child, family, {&pack, &timeline, &statuses, today}, told, reader});
    }

    std::vector<std::string> whats(const std::vector<Row>& rows) {
        std::vector<std::string> all;
        for (const auto& row : rows)
            all.push_back(calendar::iso(row.day) + " " + row.what);
        return all;
    }

    policy::Pack pack;
    Child child;
    Family family;
    Authority authority;
};

} // namespace lifestory::chronology::testing
