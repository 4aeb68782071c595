#include "web/pages/written_letter.h"

#include "base/text.h"
#include "casework/letter_from_record.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/owed.h"
#include "web/pages/written_letter_draft.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Person;

struct ToWrite {
    access::OpenRecord open;
    const policy::RecordType* type = nullptr;
};

Result<ToWrite> letter_to_write(const House& house, const Call& call) {
    ToWrite writing{TRY(open_child(house, call)), house.pack().record_type(call.parameter("type"))};
    if (!writing.type || writing.type->letter.empty() || !sees_all(writing.open) || !writing.open.may(access::Act::Write, on_type(house, writing.type->id)))
        return refuse("not-found", "Page not found");
    return writing;
}

Html press_to(const Caller& caller, const ToWrite& writing, const Phrase& words, const std::string& to) {
    Button button{words};
    button.classes = "govuk-button--secondary";
    return post_button({written_letter_path(writing.open.record, writing.type->id), caller.session.csrf, FormNumber::random().hex(), button, {{"to", to}}});
}

Html address_line(const House& house, const ToWrite& writing, const Person& person) {
    const auto address = casework::address_of(*writing.open.family, person.person, house.today());
    return address ? html("{}, {}", address->address, casework::source_of(*address)) : html("No address in the record.");
}

Html recipient_row(const House& house, const Caller& caller, const ToWrite& writing, const Person& person) {
    const auto& child = *writing.open.child;
    auto who = child.person ? writing.open.family->who_to(person.person, *child.person, house.today()) : std::string();
    auto to = html("To {}{}{}", person.full_name, who.empty() ? "" : ", ", who);
    return html("<li>{}<p class=\"govuk-hint\">{}</p></li>", press_to(caller, writing, to, person.person.hex()), address_line(house, writing, person));
}

Response show_recipients(const House& house, const Call& call) {
    auto writing = letter_to_write(house, call);
    if (!writing)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, writing->open, writing->type->name);
    Html rows;
    for (const auto* person : may_be_written_to(writing->open))
        rows += recipient_row(house, caller, *writing, *person);
    auto somebody = press_to(caller, *writing, "To somebody who is not in the record", "nobody");
    return shown(frame, html("<p class=\"govuk-body\">Who does it go to? Their name and address come from the record, as it stands today.</p>"
                             "<ul class=\"govuk-list\">{}<li>{}</li></ul>", rows, somebody));
}

// Pressed twice it is the same draft.
Response begin_letter_to(const House& house, const Call& call) {
    auto writing = letter_to_write(house, call);
    if (!writing)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto to = PersonNumber::parse(call.form.get("to"));
    auto known = may_be_written_to(writing->open);
    if (to && std::none_of(known.begin(), known.end(), [&](const auto* person) { return person->person == *to; }))
        return not_found(house);
    auto draft = house.desk.begin_draft({form_number(call), caller.writer(), writing->open.record, writing->type->id}, house.now());
    if (!draft || draft->record_type != writing->type->id)
        return not_found(house);
    if (draft->version == 0) {
        auto fields = letter_fields(house, caller, writing->open, *writing->type, to ? std::optional(*to) : std::nullopt);
        if (!house.desk.save({draft->draft, 0, fields, "", caller.writer(), house.now()}))
            return not_found(house);
    }
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

} // namespace

Url written_letter_path(RecordNumber child, std::string_view type) { return path("/children/{}/letters/{}", child.hex(), std::string(type)); }

std::vector<const Person*> may_be_written_to(const access::OpenRecord& open) {
    std::vector<const Person*> all;
    for (const auto& history : open.family->people)
        if (const auto& person = history.now(); !person.died && !person.expected && open.child->person != person.person)
            all.push_back(&person);
    return all;
}

desk::Fields letter_fields(const House& house, const Caller& caller, const access::OpenRecord& open, const policy::RecordType& type, std::optional<PersonNumber> recipient,
                           const casework::MeetingToCome* meeting) {
    const auto begun = casework::letter_from_record({house.pack(), type, *open.child, *open.family, *house.door.authority(), caller.worker(), recipient, house.today(), meeting});
    desk::Fields fields{{"item.direction", "sent"}, {"item.means", "letter"}, {"item.content", begun.words}};
    put_day(fields, "when", house.today());
    if (type.item("when-came")) {
        put_day(fields, "item.when-came", house.today());
        fields["item.when-came.time"] = calendar::clock_time(house.now());
    }
    if (recipient)
        fields["item.from-whom"] = "person:" + recipient->hex();
    else if (meeting && !meeting->guest.empty()) {
        fields["item.from-whom.1.name"] = meeting->guest;
        fields["item.from-whom.1.who"] = meeting->guest_is;
    }
    auto filled = begun.filled;
    if (begun.address) {
        fields["item.address"] = begun.address->address;
        fields["item.address-told-by"] = casework::source_of(*begun.address);
        filled.push_back({std::string(address_filled), begun.address->address, casework::source_of(*begun.address)});
    }
    put_filled(fields, recipient, filled);
    return fields;
}

std::vector<http::Route> written_letter_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/letters/{type}", http::Reach::Worker, to(show_recipients)},
            {http::Method::Post, "/children/{child}/letters/{type}", http::Reach::Worker, to(begin_letter_to)}};
}

} // namespace lifestory::web::pages
