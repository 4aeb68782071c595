// Tilly's record and the workers around her, for the tests of acts: Wednesday 23 December 2026, 10.40.
#pragma once

#include <gtest/gtest.h>

#include "casework/act.h"
#include "policy/record_type.h"
#include "record/child.h"

namespace lifestory::casework::cast {

using namespace record;

template <class Number>
Number number(unsigned digit) {
    Number made;
    made.bytes[15] = static_cast<std::uint8_t>(digit);
    return made;
}

inline Day day(int year, unsigned month, unsigned date) { return *calendar::day_of(year, month, date); }

inline const auto tilly = number<RecordNumber>(1);
inline const auto barrows = number<RecordNumber>(2);
inline const auto visit_of_9_december = number<EntryId>(109);

inline Act act_of(unsigned worker, std::string name, std::string designation, std::string acts_as) {
    Act act;
    act.author = {number<WorkerNumber>(worker), std::move(name), std::move(designation), "Family Team North"};
    act.acts_as = std::move(acts_as);
    act.judged_by = {"model", "2026.1", "9f2c"};
    act.now = *calendar::parse_utc("2026-12-23T10:40:00.000Z");
    act.id = number<EntryId>(200);
    return act;
}
inline Act priya() { return act_of(11, "Priya Anand", "Social Worker", "practitioner"); }
inline Act gareth() { return act_of(12, "Gareth Holloway", "Team Manager", "team-manager"); }
inline Act denise() { return act_of(13, "Denise Achebe", "Head of Service", "head-of-service"); }

// Opened, named, born 14 March 2015, and with Priya's signed visit of 9 December.
inline Child the_record() {
    Child child;
    const auto add = [&](EntryId id, Content content) {
        Entry entry;
        entry.number = entry.place = child.length;
        entry.id = id;
        entry.record = tilly;
        entry.recorded_at = *calendar::parse_utc("2026-12-10T09:00:00.000Z");
        entry.said.recorded_by = priya().author;
        entry.said.happened_on = day(2026, 12, 9);
        entry.content = std::move(content);
        apply(child, entry);
    };
    add(number<EntryId>(101), ChildOpened{barrows, number<PersonNumber>(31)});
    add(number<EntryId>(102), BasicDetail{"name", "Matilda Barrow", "", "Kerry Barrow"});
    add(number<EntryId>(103), BasicDetail{"known-as", "Tilly", "", "Tilly"});
    add(number<EntryId>(104), BasicDetail{"born", "2015-03-14", "", "Kerry Barrow"});
    Form form{"visit",
              "Visit",
              {{"happened", "What happened", "what-happened", "prose",
                Text{"Today I came to see you. You are enjoying Maths."}},
               {"seen", "Were you seen?", "about", "seen", SeenHow{Seen::Alone}}}};
    add(visit_of_9_december, Visit{form, {}, {}, {}});
    return child;
}

inline Sentence maths() { return {visit_of_9_december, "happened", 25, 48, "You are enjoying Maths."}; }

inline std::vector<std::string> messages(const Refusals& refusals) {
    std::vector<std::string> all;
    for (const auto& each : refusals)
        all.push_back(each.message);
    return all;
}

template <class T>
std::vector<std::string> messages(const Result<T>& result) {
    return result.has_value() ? std::vector<std::string>{} : messages(result.refusals());
}

} // namespace lifestory::casework::cast
