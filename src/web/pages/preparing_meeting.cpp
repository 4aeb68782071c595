#include "web/pages/preparing_meeting.h"

#include <algorithm>

#include "base/text.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/one_visit.h"
#include "web/pages/owed.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

bool writes_notes(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(casework::sending_type) && open.may(access::Act::Write, on_type(house, casework::sending_type));
}

std::optional<calendar::Day> day_in(const desk::Fields& fields) {
    const auto day = read_day(fields, "when");
    return day ? *day : std::nullopt;
}

Outcome save_one(const House& house, const Caller& caller, desk::Draft& draft) {
    const auto kept = TRY(house.desk.draft(draft.draft));
    std::erase_if(draft.fields, [](const auto& one) { return one.second.empty(); });
    if (kept.fields == draft.fields)
        return Nothing{};
    const auto saved = TRY(house.desk.save({draft.draft, draft.version, draft.fields, draft.stopped_at, caller.writer(), house.now()}));
    if (!saved.differences.empty())
        return refuse("written-meanwhile", "Somebody wrote in this meeting meanwhile. Nothing is lost: press the button again");
    draft.version = saved.version;
    return Nothing{};
}

} // namespace

std::string PreparedMeeting::noun() const { return within_a_sentence(view.type->name); }

Result<PreparedMeeting> prepared_meeting(const House& house, const Caller& caller, const desk::Draft& draft) {
    const auto* type = house.pack().record_type(draft.record_type);
    if (!type || !type->is_like("meeting") || !type->item(hears_item) || !draft.record || draft.signed_as || draft.put_away || !writes_in(house, caller, draft))
        return refuse("not-found", "Page not found");
    PreparedMeeting meeting{TRY(view_of(house, caller, draft)), {}, {}, {}};
    if (!sees_all(*meeting.view.open))
        return refuse("not-found", "Page not found");
    meeting.parts.push_back({draft, *meeting.view.open});
    meeting.apart = meeting.view.for_all;
    for (auto& other : other_parts(house, caller, draft))
        if (!other.draft.signed_as)
            meeting.parts.push_back({std::move(other.draft), std::move(other.open)});
    meeting.known = meeting.view.known;
    for (const auto& part : meeting.parts)
        if (meeting.apart && part.draft.draft == meeting.apart->parts.front().draft && part.draft.draft != draft.draft)
            meeting.known = view_with(house, caller, part.draft, part.open).known;
    return meeting;
}

Outcome save_meeting(const House& house, const Caller& caller, PreparedMeeting& meeting) {
    if (meeting.apart)
        TRY(save_one(house, caller, *meeting.apart));
    for (auto& part : meeting.parts)
        TRY(save_one(house, caller, part.draft));
    return Nothing{};
}

std::vector<Guest> guests_of(const PreparedMeeting& meeting, const Caller& caller) {
    std::vector<Guest> all;
    for (const auto& known : meeting.known)
        if (known.value != "worker:" + caller.worker().hex())
            all.push_back({known.present.full_name, known.present.who_they_are, known.value});
    for (const auto item : {invited_item, word_item})
        add_guests(all, guests_in(meeting.for_all(), item));
    for (const auto& part : meeting.parts)
        add_guests(all, guests_in(part.draft.fields, hears_item));
    return all;
}

casework::MeetingToCome to_come(const PreparedMeeting& meeting, const Guest& guest) {
    casework::MeetingToCome come{meeting.noun(), day_in(meeting.for_all()), trim(field(meeting.for_all(), "when.time")), trim(field(meeting.for_all(), "item.place")), {},
            guest.full_name, guest.who};
    for (const auto& part : meeting.parts)
        if (may_hear(part.draft.fields, guest))
            come.children.push_back(part.open.child->first_name());
    return come;
}

FormNumber form_for(FormNumber form, const std::string& what) { return FormNumber::from_bytes(view(sha256("of " + what + " in form " + form.hex())).substr(0, 16)); }

FormNumber form_of_record(FormNumber form, RecordNumber record) { return form_for(form, record.hex()); }

Outcome note_invitations(const House& house, const Caller& caller, const PreparedMeeting& meeting, FormNumber form, const AskedNow& asked) {
    for (const auto& part : meeting.parts) {
        casework::Sending sending{casework::Sent::Invitations, meeting.noun(), day_in(meeting.for_all()), {}};
        for (const auto& guest : asked.guests)
            if (may_hear(part.draft.fields, guest))
                sending.to.push_back({guest.full_name, guest.who, asked.how, asked.on});
        if (sending.to.empty() || !writes_notes(house, part.open))
            continue;
        std::string who = part.open.record.hex() + asked.how + calendar::iso(asked.on); // the page gone back to and pressed for others is another note
        for (const auto& one : sending.to)
            who += "\n" + one.full_name + ", " + one.who_they_are;
        const auto own_form = form_for(form, who);
        auto act = act_of(house, caller);
        act.id = entry_of_form(own_form);
        if (is_kept(*part.open.child, act.id)) // pressed twice
            continue;
        const auto writing = TRY(casework::note_sending(act, *part.open.child, *house.pack().record_type(casework::sending_type), sending));
        auto appended = append(house, caller, part.open, access::Act::Write, on_type(house, casework::sending_type), own_form, writing);
        if (!appended && appended.refusal().code == "changed-meanwhile")
            return refuse("changed-meanwhile", "Somebody wrote in " + possessive(part.open.child->first_name()) + " record meanwhile. Nothing is lost: press the button again");
        if (!appended)
            return appended.refusals();
    }
    return Nothing{};
}

// The letter is signed already: what cannot be written beside it, because somebody writes there this moment, can be said on the meeting's page.
void note_letter_of_invitation(const House& house, const Caller& caller, const DraftView& letter) {
    const auto number = DraftId::parse(field(letter.draft.fields, std::string(asks_to)));
    const auto draft = number ? house.desk.draft(*number) : Result<desk::Draft>(refuse("not-found", "no meeting"));
    auto meeting = draft ? prepared_meeting(house, caller, *draft) : Result<PreparedMeeting>(draft.refusals());
    if (!meeting)
        return;
    const Guest guest{field(letter.draft.fields, std::string(asks_whom)), field(letter.draft.fields, std::string(asks_who)), ""};
    const AskedNow asked{{guest}, field(letter.draft.fields, "item.means") == "e-mail" ? "by e-mail" : "by letter", house.today()};
    say_asked(meeting->for_all(), guest, asked.how, asked.on);
    if (save_meeting(house, caller, *meeting))
        (void)note_invitations(house, caller, *meeting, letter.draft.form, asked);
}

} // namespace lifestory::web::pages
