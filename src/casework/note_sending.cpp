#include "casework/note_sending.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::casework {

namespace {

std::string named(const SentTo& one) { return one.who_they_are.empty() ? one.full_name : one.full_name + ", " + one.who_they_are; }

std::string of_meeting(const Sending& sending) {
    return sending.meeting_on ? fmt::format("the {} of {}", sending.meeting, calendar::in_words(*sending.meeting_on)) : "the " + sending.meeting;
}

std::string what_happened(const Sending& sending) {
    std::vector<std::string> lines;
    for (const auto& one : sending.to)
        lines.push_back(fmt::format("{}: {}, on {}.", named(one), one.how, calendar::in_words(one.on)));
    return fmt::format("{} {}:\n{}", sending.what == Sent::Invitations ? "These people were asked to" : "These people were given the notes of", of_meeting(sending), join(lines,
            "\n"));
}

record::Rows rows_of(const Sending& sending) {
    record::Rows rows;
    for (const auto& one : sending.to)
        rows.rows.push_back({one.full_name, one.who_they_are, one.how, calendar::in_words(one.on)});
    return rows;
}

void answer(record::Form& form, const policy::RecordType& type, std::string_view item, record::Value value) {
    if (const auto* asked = type.item(item))
        form.answers.push_back({asked->id, asked->label, asked->part, policy::name_of(asked->type), std::move(value)});
}

record::Form form_of(const policy::RecordType& type, const Sending& sending) {
    record::Form form{type.id, type.name, {}};
    answer(form, type, "happened", record::Text{what_happened(sending)});
    if (const auto* kind = type.item("event-type"); kind && !kind->proposed.empty()) // as the pack calls such an event
        answer(form, type, "event-type", record::Choices{{kind->proposed.front().value}});
    answer(form, type, "subject", record::Text{(sending.what == Sent::Invitations ? "Who was asked to " : "Who was given the notes of ") + of_meeting(sending)});
    answer(form, type, "sent-to", rows_of(sending));
    return form;
}

} // namespace

Result<Writing> note_sending(const Act& act, const record::Child& child, const policy::RecordType& type, const Sending& sending, unsigned turn) {
    Refusing refusing;
    refusing.unless(!sending.to.empty(), "to", "Say who it was sent to");
    refusing.unless(std::ranges::none_of(sending.to, [](const auto& one) { return is_blank(one.full_name); }), "to", "Say who it was sent to");
    refusing.unless(std::ranges::none_of(sending.to, [](const auto& one) { return is_blank(one.how); }), "how", "Say by what means");
    refusing.unless(std::ranges::all_of(sending.to, [&](const auto& one) { return one.on <= today(act); }), "on", "The day cannot be after today, "
            + calendar::in_words(today(act)));
    if (refusing.has_any())
        return refusing.all();
    auto note = written(act, child.record, record::CaseNote{form_of(type, sending), {}, {}, {}}, turn);
    note.said.happened_on = std::ranges::max_element(sending.to, {}, &SentTo::on)->on;
    return Writing{std::move(note)};
}

} // namespace lifestory::casework
