#include "casework/take_back.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "record/said_of_family.h"

namespace lifestory::casework {

namespace {

using record::Family;
using record::find_said;
using record::is_said;
using Entries = std::vector<EntryId>;

bool is_in(const Entries& all, const EntryId& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// ---- what was said in one act

std::string name_of(const Family& family, const PersonNumber& number) {
    const auto* person = family.person(number);
    return person ? person->full_name : std::string("somebody");
}

struct Told {
    EntryNumber number;
    EntryId entry;
    const record::Author* by;
    Instant at;
};

template <class T>
void take_all(const std::vector<record::History<T>>& all, std::vector<Told>& to) {
    for (const auto& history : all)
        for (const auto& one : history.said)
            to.push_back({one.number, one.entry, &one.by, one.at});
}

void describe(const Family& family, SaidOfFamily& said) {
    std::string person, tie, home;
    const auto hide = [&](const std::vector<PersonNumber>& from) { said.not_told.insert(said.not_told.end(), from.begin(), from.end()); };
    for (const auto& entry : said.entries) {
        if (const auto* one = find_said(family.people, entry)) {
            const auto history = std::find_if(family.people.begin(), family.people.end(), [&](const auto& it) { return it.now().person == one->what.person; });
            person = one->what.full_name + (history->said.front().entry == entry ? "" : ", changed");
            hide(history->now().not_told);
        }
        if (const auto* one = find_said(family.relationships, entry)) {
            const auto& what = one->what;
            tie = person.empty() ? name_of(family, what.from) + " and " + name_of(family, what.to) + ": " + what.kind : ", " + what.kind + " of " + name_of(family, what.to);
            hide(what.not_told);
            for (const auto& end : {what.from, what.to})
                if (const auto* who = family.person(end))
                    hide(who->not_told);
        }
        if (const auto* one = find_said(family.households, entry)) {
            home = one->what.name + ": who lives there";
            for (const auto& member : one->what.members)
                if (const auto* who = family.person(member))
                    hide(who->not_told);
        }
    }
    said.words = person.empty() && tie.empty() ? home : person + tie;
}

template <class T>
bool has_any_of(const record::History<T>& history, const Entries& entries) {
    return std::any_of(history.said.begin(), history.said.end(), [&](const auto& one) { return is_in(entries, one.entry); });
}

bool has_a_record(const Family& family, const Entries& entries) {
    return std::any_of(family.people.begin(), family.people.end(), [&](const auto& history) {
        return has_any_of(history, entries) && std::any_of(history.said.begin(), history.said.end(), [](const auto& one) { return one.what.child.has_value(); });
    });
}

// ---- what goes with it

// The people of whom nothing would be left.
std::vector<PersonNumber> gone_with(const Family& family, const Entries& entries) {
    std::vector<PersonNumber> gone;
    for (const auto& history : family.people)
        if (std::all_of(history.said.begin(), history.said.end(), [&](const auto& one) { return is_in(entries, one.entry); }))
            gone.push_back(history.now().person);
    return gone;
}

bool is_gone(const std::vector<PersonNumber>& gone, const PersonNumber& one) { return std::find(gone.begin(), gone.end(), one) != gone.end(); }

void add_ties_of(const Family& family, const std::vector<PersonNumber>& gone, Entries& entries) {
    for (const auto& history : family.relationships)
        for (const auto& one : history.said)
            if ((is_gone(gone, one.what.from) || is_gone(gone, one.what.to)) && !is_in(entries, one.entry))
                entries.push_back(one.entry);
}

// Homes that were said again meanwhile, without who is gone, now or by an earlier taking back; a home that would stand empty goes too.
std::vector<record::Household> homes_without(const Family& family, const std::vector<PersonNumber>& gone, Entries& entries) {
    std::vector<record::Household> homes;
    for (const auto& history : family.households) {
        auto last = std::find_if(history.said.rbegin(), history.said.rend(), [&](const auto& one) { return !is_in(entries, one.entry); });
        if (last == history.said.rend())
            continue;
        auto home = last->what;
        const auto lived = home.members.size();
        const bool stands_again = last != history.said.rbegin();
        std::erase_if(home.members, [&](const auto& one) { return is_gone(gone, one) || (stands_again && !family.person(one)); });
        if (home.members.size() == lived)
            continue;
        if (!home.members.empty())
            homes.push_back(std::move(home));
        else
            for (const auto& one : history.said)
                if (!is_in(entries, one.entry))
                    entries.push_back(one.entry);
    }
    return homes;
}

record::Correction withdrawing(const EntryId& entry, const std::string& why) {
    record::Correction correction;
    correction.sentence.entry = correction.withdraws = entry;
    correction.why = why;
    return correction;
}

// ---- what one press may take back

bool is_of_a_taking_back(const Family& family, const EntryId& home) {
    const auto most = static_cast<unsigned>(family.in_error.size() + family.households.size());
    return std::any_of(family.in_error.begin(), family.in_error.end(), [&](const auto& one) {
        Act act;
        act.id = one.said.entry;
        for (unsigned turn = 1; turn < most; ++turn)
            if (id_of(act, turn) == home)
                return true;
        return false;
    });
}

bool is_more_than_drawing(const record::Person& person) { return !person.not_told.empty(); }
bool is_more_than_drawing(const record::Relationship& tie) { return tie.parental_responsibility || !tie.not_told.empty(); }
bool is_more_than_drawing(const record::Household& home) { return !home.not_for.empty(); }

// Whatever was said of it before counts too: that would stand again.
template <class T>
bool is_drawing_alone(const std::vector<record::History<T>>& all, const Entries& entries) {
    return std::none_of(all.begin(), all.end(), [&](const auto& history) {
        return has_any_of(history, entries) && std::any_of(history.said.begin(), history.said.end(), [](const auto& one) { return is_more_than_drawing(one.what); });
    });
}

// Nothing was said of it since.
template <class T>
bool stands_as_said(const std::vector<record::History<T>>& all, const Entries& entries) {
    return std::all_of(all.begin(), all.end(), [&](const auto& history) { return !has_any_of(history, entries) || is_in(entries, history.said.back().entry); });
}

// A home may have been said again since if somebody goes: it is said once more, without them. A tie to them that was said since may not.
bool is_undone_whole(const Family& family, const Entries& entries) {
    const auto gone = gone_with(family, entries);
    auto with_ties = entries;
    add_ties_of(family, gone, with_ties);
    return with_ties.size() == entries.size() && stands_as_said(family.people, entries) && stands_as_said(family.relationships, entries) &&
           (!gone.empty() || stands_as_said(family.households, entries));
}

bool may_be_undone(const Family& family, const Entries& entries) {
    return !has_a_record(family, entries) && is_drawing_alone(family.people, entries) && is_drawing_alone(family.relationships, entries) &&
           is_drawing_alone(family.households, entries) && is_undone_whole(family, entries) && !is_of_a_taking_back(family, entries.front());
}

} // namespace

std::vector<SaidOfFamily> said_of_family_since(const Family& family, const WorkerNumber& worker, Day since) {
    std::vector<Told> told;
    take_all(family.people, told);
    take_all(family.relationships, told);
    take_all(family.households, told);
    std::sort(told.begin(), told.end(), [](const auto& one, const auto& other) { return one.number < other.number; });
    constexpr unsigned most_of_an_act = 8;
    std::vector<SaidOfFamily> all;
    Entries of_this_act; // the ids that the entries of the act last begun have
    for (const auto& one : told) {
        if (calendar::london_day(one.at) < since)
            continue;
        if (!is_in(of_this_act, one.entry)) {
            Act act;
            act.id = one.entry;
            of_this_act.clear();
            for (unsigned turn = 1; turn < most_of_an_act; ++turn)
                of_this_act.push_back(id_of(act, turn));
            all.push_back({{}, *one.by, one.at, {}, {}});
        }
        all.back().entries.push_back(one.entry);
    }
    std::erase_if(all, [&](const auto& said) { return said.by.worker != worker || !may_be_undone(family, said.entries); });
    for (auto& said : all)
        describe(family, said);
    std::reverse(all.begin(), all.end());
    return all;
}

Entries all_said_with(const Family& family, const EntryId& entry) {
    Entries all;
    const auto take = [&](const auto& histories) {
        for (const auto& history : histories)
            if (std::any_of(history.said.begin(), history.said.end(), [&](const auto& one) { return one.entry == entry; }))
                for (const auto& one : history.said)
                    all.push_back(one.entry);
    };
    take(family.people);
    take(family.relationships);
    take(family.households);
    return all;
}

Result<Writing> take_back(const Act& act, const Family& family, const Entries& entries, const std::string& why) {
    Refusing refusing;
    const bool stands = !entries.empty() && std::all_of(entries.begin(), entries.end(), [&](const auto& one) { return is_said(family, one); });
    refusing.unless(stands, "undo", "This was taken back already");
    refusing.unless(!has_a_record(family, entries), "undo", "A child with a record of their own is not taken out of the family");
    refusing.unless(!is_blank(why), "why", "Say how it came to be written down");
    if (refusing.has_any())
        return refusing.all();
    auto all = entries;
    const auto gone = gone_with(family, all);
    add_ties_of(family, gone, all);
    const auto homes = homes_without(family, gone, all);
    Writing writing;
    for (const auto& entry : all)
        writing.push_back(written(act, family.record, withdrawing(entry, why), static_cast<unsigned>(writing.size())));
    for (const auto& home : homes)
        writing.push_back(written(act, family.record, home, static_cast<unsigned>(writing.size())));
    writing.front().expected_place = family.length;
    return writing;
}

} // namespace lifestory::casework
