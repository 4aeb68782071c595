#include "web/pages/owed.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "record/genogram.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/chronology_of.h"
#include "web/pages/drawing.h"
#include "web/pages/facts.h"
#include "web/pages/letters.h"
#include "web/pages/words.h"

namespace lifestory::web::pages {

namespace {

using policy::Obligation;
using policy::State;

constexpr std::chrono::days week{7}, look_ahead{49}; // an assessment at day 20 has 25 working days left, over Christmas too

bool has_moment(const Obligation& owed, std::string_view moment) {
    return std::any_of(owed.what.begin(), owed.what.end(), [&](const policy::Trigger& what) { return what.moment == moment; });
}

void sort_into(Caseload& caseload, const access::OwedItem& item) {
    const auto& owed = item.obligation;
    if (owed.force == policy::Force::Advice)
        return;
    switch (owed.state) {
    case State::Late: caseload.late.push_back(item); return;
    case State::DueToday: caseload.due_today.push_back(item); return;
    case State::Upcoming: caseload.later.push_back(item); return;
    case State::Missing: caseload.missing.push_back(item); return;
    case State::Met:
    case State::MetLate:
    case State::NoLongerNeeded: return;
    }
}

std::string days_ago(calendar::Day day, calendar::Day today) {
    auto days = (today - day).count();
    return days == 0 ? "today" : days == 1 ? "yesterday" : plural(static_cast<std::size_t>(days), "day", "days") + " ago";
}

// "notes", "minutes": more than one, as far as its last letter tells.
bool is_plural(const std::string& words) { return words.ends_with("s") && !words.ends_with("ss") && !words.ends_with("us"); }

} // namespace

std::vector<access::OwedItem> Caseload::this_week(calendar::Day today) const {
    std::vector<access::OwedItem> soon;
    std::copy_if(later.begin(), later.end(), std::back_inserter(soon), [&](const auto& item) { return item.obligation.due && item.obligation.due->day <= today + week; });
    return soon;
}

const access::OwedChild* Caseload::child(RecordNumber record) const {
    auto found = std::find_if(children.begin(), children.end(), [&](const auto& one) { return one.record == record; });
    return found == children.end() ? nullptr : &*found;
}

Caseload look_over(const House& house, const Caller& caller, std::span<const RecordNumber> children) {
    Caseload caseload;
    caseload.children = house.door.owed_children(caller.visitor, children, house.now());
    std::sort(caseload.children.begin(), caseload.children.end(), [](const auto& left, const auto& right) { return left.child < right.child; });
    for (const auto& item : house.door.owed_for(caller.visitor, children, house.today() + look_ahead, house.now()))
        sort_into(caseload, item);
    return caseload;
}

bool is_about_being_seen(const Obligation& owed) { return has_moment(owed, "seen") || has_moment(owed, "seen-alone"); }

bool is_about_being_alone(const Obligation& owed) { return has_moment(owed, "seen-alone"); }

bool is_a_visit(const House& house, const Obligation& owed) {
    return !owed.what.empty() && owed.what.front().thing == policy::Thing::Record && house.pack().is_like(owed.what.front().id, "visit");
}

bool is_about_the_reason(const policy::Obligation& owed) { return owed.state == policy::State::Missing && !owed.what.empty() && owed.what.front().id == "need-code"; }

bool is_a_talk_about_words(const Obligation& owed) {
    return !owed.what.empty() && owed.what.front().thing == policy::Thing::Record && owed.what.front().id == words_conversation;
}

bool sees_all(const access::OpenRecord& open) { return open.decision.sees == access::Sees::Everything; }

std::string noun(const House& house, const Obligation& owed) {
    if (is_about_being_alone(owed))
        return "Visit, seen alone";
    bool recorded = !owed.what.empty() && owed.what.front().moment == "recorded";
    if (recorded && is_a_visit(house, owed) && !owed.starting.is_zero())
        return "Record of the visit on " + calendar::in_words(owed.starts_on);
    return owed.name;
}

std::string length_of_lateness(const Obligation& owed) {
    return owed.late_by_hours > 0 ? plural(static_cast<std::size_t>(owed.late_by_hours), "hour", "hours")
                                  : plural(static_cast<std::size_t>(owed.late_by_working_days), "working day", "working days");
}

std::string state_words(const Obligation& owed) {
    auto due = owed.due ? calendar::in_words(owed.due->day) : std::string();
    switch (owed.state) {
    case State::Late: return fmt::format("late by {} (due {})", length_of_lateness(owed), due);
    case State::DueToday: return "due today, " + due;
    case State::Upcoming: return "due " + (owed.due ? calendar::with_weekday(owed.due->day) : std::string());
    case State::Met: return "met";
    case State::MetLate: return "met, late by " + length_of_lateness(owed);
    case State::NoLongerNeeded: return "no longer needed";
    case State::Missing: return "not there yet";
    }
    return "";
}

std::string how_late(const Obligation& owed) {
    auto words = state_words(owed);
    return words.substr(0, words.find(" (due "));
}

Url path_to_meet(const House& house, RecordNumber child, const Obligation& owed) {
    if (owed.what.empty() || owed.what.front().thing != policy::Thing::Record)
        return path("/children/{}", child.hex());
    if (is_a_visit(house, owed))
        return path("/children/{}/visit", child.hex());
    if (is_a_talk_about_words(owed))
        return talk_path(child);
    if (owed.what.front().id == record::letter_type)
        return letter_path(child);
    if (owed.what.front().id == record::chronology_type)
        return chronology_path(child);
    if (owed.what.front().id == record::chronology_copy_type)
        return path("/children/{}/chronology#copy", child.hex());
    if (owed.what.front().id == record::genogram_type)
        return drawing_path(child);
    if (is_about_the_reason(owed))
        return facts_path(child);
    return path("/children/{}/note?type={}", child.hex(), owed.what.front().id);
}

std::string act_words(const House& house, const Obligation& owed) {
    if (is_a_talk_about_words(owed))
        return "Talk it through";
    if (!owed.what.empty() && owed.what.front().id == record::chronology_type)
        return "Read it through";
    if (!owed.what.empty() && owed.what.front().id == record::chronology_copy_type)
        return "Copy it";
    if (!owed.what.empty() && owed.what.front().id == record::genogram_type)
        return "Draw it together";
    if (is_about_the_reason(owed))
        return "Look at the facts";
    return is_a_visit(house, owed) ? "Record a visit" : is_plural(noun(house, owed)) ? "Write them" : "Write it";
}

std::string starting_words(const House& house, const Obligation& owed) {
    const auto& pack = house.books.of(owed.pack_digest).pack();
    if (const auto* type = pack.record_type(owed.starting_type))
        return "the " + within_a_sentence(type->name);
    auto started = owed.starting_type.substr(0, owed.starting_type.find('.')); // "looked-after" of "looked-after.begins"
    if (auto status = pack.statuses.find(started); status != pack.statuses.end())
        return (owed.starting_moment == "ends" ? "the end of “" : "the beginning of “") + within_a_sentence(status->second.name) + "”";
    if (owed.starting_type.starts_with("birthday."))
        return "the birthday on " + calendar::in_words(owed.starts_on);
    if (owed.starting_type == "birth")
        return "the birth";
    return calendar::in_words(owed.starts_on);
}

std::string reason_words(const House& house, const Obligation& owed) {
    if (!owed.note.empty())
        return owed.note;
    auto from = starting_words(house, owed);
    auto day = calendar::in_words(owed.starts_on);
    if (from == day)
        return "Counted from " + day;
    return "Because of " + (from.ends_with(day) ? from : from + " on " + day);
}

Url due_path(RecordNumber child, const Obligation& owed) { return path("/children/{}/due/{}", child.hex(), owed.id.hex()); }

Html due_link(RecordNumber child, const Obligation& owed) {
    if (!owed.due)
        return Html();
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">, how this was counted for {}</span></a>",
                due_path(child, owed), calendar::with_weekday(owed.due->day), owed.name);
}

std::string last_seen_words(std::optional<calendar::Day> seen, std::optional<calendar::Day> alone, calendar::Day today) {
    if (alone && (today - *alone).count() <= 31)
        return "seen alone " + days_ago(*alone, today);
    if (alone)
        return "not seen alone for " + plural(static_cast<std::size_t>((today - *alone).count()), "day", "days");
    if (seen)
        return "seen " + days_ago(*seen, today) + ", not alone yet";
    return "not seen yet";
}

std::string last_seen_words(const record::Child& child, calendar::Day today) {
    auto day_of = [](const record::StoryEntry* story) { return story ? std::optional(story->day()) : std::nullopt; };
    return last_seen_words(day_of(child.last_seen(today)), day_of(child.last_seen_alone(today)), today);
}

} // namespace lifestory::web::pages
