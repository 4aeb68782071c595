#include "web/pages/who_is_asked.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/preparing_meeting.h"
#include "web/pages/record_items.h"
#include "web/pages/writing.h"
#include "web/pages/written_letter.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// Fields of the page, of the guest in place N from 0: guest.N.name .who .value; coming.N; word.N. "hears" holds "N:RECORD" and "asked-now" "N", a value a line; of somebody who
// is added
// new.name, new.who and "new.hears" with records.
constexpr std::string_view hears_box = "hears", asked_now_box = "asked-now", invitation_type = "letter-of-invitation";
constexpr int most_guests = 200;

std::string guest_field(std::size_t place, std::string_view what) { return fmt::format("guest.{}.{}", place, what); }
std::string hears_value(std::size_t place, RecordNumber record) { return fmt::format("{}:{}", place, record.hex()); }
bool holds(const desk::Fields& fields, std::string_view name, const std::string& value) {
    const auto lines = lines_of(field(fields, std::string(name)));
    return std::ranges::find(lines, value) != lines.end();
}

Url own_path(const PreparedMeeting& meeting) { return path("/drafts/{}/who-is-asked", meeting.view.draft.draft.hex()); }

// ---- what stands on the page

std::string coming_word(Coming coming) { return coming == Coming::Came ? "came" : coming == Coming::DidNotCome ? "did-not" : ""; }

// As the drafts say it now.
desk::Fields fields_now(const PreparedMeeting& meeting, const std::vector<Guest>& guests) {
    desk::Fields fields;
    std::vector<std::string> hears;
    for (std::size_t place = 0; place < guests.size(); ++place) {
        for (const auto& part : meeting.parts)
            if (may_hear(part.draft.fields, guests[place]))
                hears.push_back(hears_value(place, part.open.record));
        fields[fmt::format("coming.{}", place)] = coming_word(coming_of(meeting.for_all(), guests[place]));
        fields[fmt::format("word.{}", place)] = word_of(meeting.for_all(), guests[place]);
    }
    fields[std::string(hears_box)] = join(hears, "\n");
    return fields;
}

// The letters that ask to this meeting and that this caller is writing.
Html letter_of(const House& house, const Caller& caller, const PreparedMeeting& meeting, const Guest& guest, std::size_t place) {
    for (const auto& draft : house.desk.drafts_of(caller.worker()))
        for (const auto& part : meeting.parts)
            if (field(draft.fields, std::string(asks_to)) == part.draft.draft.hex() && field(draft.fields, std::string(asks_whom)) == guest.full_name &&
                field(draft.fields, std::string(asks_who)) == guest.who)
                return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Go on with the invitation<span class=\"govuk-visually-hidden\"> to {}</span></a></p>",
                            path("/drafts/{}", draft.draft.hex()), guest.full_name);
    if (!house.pack().record_type(invitation_type))
        return Html();
    Button write{html("Write the invitation<span class=\"govuk-visually-hidden\"> to {}</span>", guest.full_name)};
    write.name = "then";
    write.value = fmt::format("letter:{}", place);
    write.classes = "govuk-button--secondary";
    return button(write);
}

Html tick(const desk::Fields& fields, std::string_view name, std::string id, std::string value, Html words) {
    Checkboxes box;
    box.name = std::string(name);
    box.id_prefix = std::move(id);
    box.values = lines_of(field(fields, box.name));
    box.classes = "govuk-checkboxes--small";
    Choice choice;
    choice.words = words;
    choice.value = std::move(value);
    box.choices.push_back(choice);
    return checkboxes(box);
}

Html asked_cell(const House& house, const Caller& caller, const PreparedMeeting& meeting, const Asked& asked, const Guest& guest, std::size_t place) {
    const auto ways = join(ways_asked(meeting.for_all(), guest), "; ");
    auto now = tick(asked.fields, asked_now_box, fmt::format("asked-now-{}", place), std::to_string(place),
                    html("asked now<span class=\"govuk-visually-hidden\">: {}</span>", named(guest)));
    return (ways.empty() ? Html() : html("<p class=\"govuk-body\">Asked: {}</p>", ways)) + now + letter_of(house, caller, meeting, guest, place);
}

Html row_of(const House& house, const Caller& caller, const PreparedMeeting& meeting, const Asked& asked, const Guest& guest, std::size_t place) {
    Html cells;
    for (const auto& part : meeting.parts) {
        const auto child = part.open.child->first_name();
        auto words = html("<span class=\"govuk-visually-hidden\">{} may hear about {}</span>", named(guest), child);
        cells += html("<td class=\"govuk-table__cell\">{}</td>",
                      tick(asked.fields, hears_box, fmt::format("hears-{}-{}", place, part.open.record.hex()), hears_value(place, part.open.record), words));
    }
    auto error = error_at(asked.refusals, fmt::format("hears-{}", place));
    auto hidden = hidden_input(guest_field(place, "name"), guest.full_name) + hidden_input(guest_field(place, "who"), guest.who) +
                  hidden_input(guest_field(place, "value"), guest.value);
    auto first = html("<tr class=\"app-with-below\" id=\"hears-{}\"><th class=\"govuk-table__header\" scope=\"row\">{}{}{}</th>{}</tr>", std::to_string(place), named(guest),
                      error.words.empty() ? Html() : error_message(error), hidden, cells);
    return first + html("<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\" colspan=\"{}\">{}</td></tr>", std::to_string(meeting.parts.size() + 1),
                        asked_cell(house, caller, meeting, asked, guest, place)); // beneath, so that it fits a phone
}

Html table_of(const House& house, const Caller& caller, const PreparedMeeting& meeting, const Asked& asked, const std::vector<Guest>& guests) {
    Html heads, rows;
    for (const auto& part : meeting.parts)
        heads += html("<th class=\"govuk-table__header\" scope=\"col\">May hear about {}</th>", part.open.child->first_name());
    for (std::size_t place = 0; place < guests.size(); ++place)
        rows += row_of(house, caller, meeting, asked, guests[place], place);
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who is asked\"><table class=\"govuk-table\">"
            "<caption class=\"govuk-table__caption govuk-table__caption--m\">Who is asked</caption>"
                "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\"><th class=\"govuk-table__header\" scope=\"col\">Who</th>{}</tr></thead>"
                "<tbody class=\"govuk-table__body\">{}</tbody></table></div>", heads, rows);
}

Html somebody_else(const PreparedMeeting& meeting, const Asked& asked) {
    Checkboxes hears;
    hears.name = hears.id_prefix = "new.hears";
    hears.values = lines_of(field(asked.fields, hears.name));
    for (const auto& part : meeting.parts) {
        Choice choice;
        choice.words = "may hear about " + part.open.child->first_name();
        choice.value = part.open.record.hex();
        hears.choices.push_back(choice);
    }
    hears.fieldset = Fieldset{{"What may they hear?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    hears.classes = "govuk-checkboxes--small";
    hears.error = error_at(asked.refusals, hears.name);
    return html("<h2 class=\"govuk-heading-m\">Somebody else</h2>{}{}{}", short_box(asked, "new.name", "Full name"), short_box(asked, "new.who", "Who they are",
            "School nurse, health visitor, a friend of the family."),
                checkboxes(hears));
}

Html how_and_when(const Asked& asked) {
    return html("<h2 class=\"govuk-heading-m\">Those ticked as asked now</h2>{}{}",
                choose(asked, "how", "How were they asked?", {{"by letter", "by letter"}, {"by e-mail", "by e-mail"}, {"by telephone", "by telephone"}, {"face to face",
                        "face to face"}, {"other", "another way"}}),
                date_input(date_boxes(asked.fields, "on", "When? Leave it empty for today.", asked.refusals)));
}

// Of those who were asked.
Html who_came(const PreparedMeeting& meeting, const Asked& asked, const std::vector<Guest>& guests) {
    Html rows;
    for (std::size_t place = 0; place < guests.size(); ++place) {
        const auto& guest = guests[place];
        const auto asked_already = guests_in(meeting.for_all(), invited_item);
        if (std::ranges::none_of(asked_already, [&](const auto& one) { return is_same(one, guest); }) && coming_of(meeting.for_all(), guest) == Coming::NotKnown)
            continue;
        Select coming;
        coming.id = coming.name = fmt::format("coming.{}", place);
        coming.value = field(asked.fields, coming.name);
        coming.label.words = named(guest);
        coming.options = {{"not known yet", "", {}, {}, {}}, {"came", "came", {}, {}, {}}, {"did not come", "did-not", {}, {}, {}}};
        TextInput word;
        word.id = word.name = fmt::format("word.{}", place);
        word.value = field(asked.fields, word.name);
        word.label.words = html("Word that they sent<span class=\"govuk-visually-hidden\">: {}</span>", guest.full_name);
        rows += select(coming) + text_input(word);
    }
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\" id=\"who-came\">Who came, who sent word</h2>{}", rows);
}

Response asked_page(const House& house, const Call& call, const PreparedMeeting& meeting, const std::vector<Guest>& guests, const desk::Fields& fields, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const Asked asked{fields, refusals};
    auto frame = child_frame(house, caller, *meeting.view.open, "Who is asked");
    frame.heading = "Who is asked: " + meeting.noun();
    frame.refusals = refusals;
    frame.back = BackLink{path("/drafts/{}", meeting.view.draft.draft.hex()), "Back to the " + meeting.noun()};
    if (done_code(call) == "kept")
        frame.banner = NotificationBanner{BannerKind::Success, Phrase("Kept. Who was asked now has a note in the record of each child of whom they may hear.")};
    auto top = html("<p class=\"govuk-body\">Tick of each person which child they may hear about. "
                    "An invitation names those children and no other, and later the notes are offered to them of those children.</p>");
    auto content = table_of(house, caller, meeting, asked, guests) + somebody_else(meeting, asked) + how_and_when(asked) + who_came(meeting, asked, guests) + button({"Keep this"});
    return shown(frame, top + post_form({own_path(meeting), caller.session.csrf, form_number(call).hex(), content}));
}

// ---- what was pressed

std::vector<Guest> posted_guests(const desk::Fields& fields) {
    std::vector<Guest> guests;
    for (std::size_t place = 0; place < most_guests && fields.contains(guest_field(place, "name")); ++place)
        guests.push_back({trim(field(fields, guest_field(place, "name"))), trim(field(fields, guest_field(place, "who"))), field(fields, guest_field(place, "value"))});
    return guests;
}

// A tick taken off says so too; of children whose part is not this caller's nothing is said.
void put_hears(PreparedMeeting& meeting, const desk::Fields& fields, const std::vector<Guest>& guests) {
    for (std::size_t place = 0; place < guests.size(); ++place)
        for (auto& part : meeting.parts)
            say_may_hear(part.draft.fields, guests[place], holds(fields, hears_box, hears_value(place, part.open.record)));
}

void put_coming(PreparedMeeting& meeting, const desk::Fields& fields, const std::vector<Guest>& guests) {
    for (std::size_t place = 0; place < guests.size(); ++place) {
        const auto name = fmt::format("coming.{}", place);
        const auto said = field(fields, name), word = trim(field(fields, fmt::format("word.{}", place)));
        const bool stands_there = coming_of(meeting.for_all(), guests[place]) != Coming::NotKnown;
        if (said.empty() && word.empty() && !stands_there)
            continue;
        say_coming(meeting.for_all(), guests[place], said == "came" ? Coming::Came : said == "did-not" || !word.empty() ? Coming::DidNotCome : Coming::NotKnown, word);
    }
}

void put_somebody_else(PreparedMeeting& meeting, const desk::Fields& fields, Refusals& refusals) {
    const Guest guest{trim(field(fields, "new.name")), trim(field(fields, "new.who")), ""};
    if (guest.full_name.empty() && guest.who.empty() && field(fields, "new.hears").empty())
        return;
    if (guest.full_name.empty())
        refusals.push_back(refuse("new.name", "Give their full name", "new.name"));
    if (field(fields, "new.hears").empty())
        refusals.push_back(refuse("new.hears", "Tick which child they may hear about", "new.hears"));
    if (!refusals.empty())
        return;
    for (auto& part : meeting.parts)
        if (holds(fields, "new.hears", part.open.record.hex()))
            say_may_hear(part.draft.fields, guest, true);
}

bool hears_of_anybody(const PreparedMeeting& meeting, const Guest& guest) {
    return std::ranges::any_of(meeting.parts, [&](const auto& part) { return may_hear(part.draft.fields, guest); });
}

AskedNow asked_now(const House& house, const PreparedMeeting& meeting, const desk::Fields& fields, const std::vector<Guest>& guests, Refusals& refusals) {
    AskedNow asked{{}, chosen(fields, "how"), house.today()};
    const auto on = read_day(fields, "on");
    if (on && *on)
        asked.on = **on;
    for (std::size_t place = 0; place < guests.size(); ++place) {
        if (!holds(fields, asked_now_box, std::to_string(place)))
            continue;
        asked.guests.push_back(guests[place]);
        if (!hears_of_anybody(meeting, guests[place]))
            refusals.push_back(refuse("hears", "Tick which child " + guests[place].full_name + " may hear about, before they are asked", fmt::format("hears-{}", place)));
    }
    if (asked.guests.empty())
        return asked;
    if (!on)
        refusals.insert(refusals.end(), on.refusals().begin(), on.refusals().end());
    if (asked.on > house.today())
        refusals.push_back(refuse("on", "The day cannot be after today, " + calendar::in_words(house.today()), "on.day"));
    if (asked.how.empty())
        refusals.push_back(refuse("how", "Say how they were asked", "how"));
    return asked;
}

// The place of the guest whose invitation is to be written.
std::optional<std::size_t> letter_pressed(const Call& call, const std::vector<Guest>& guests) {
    const auto then = call.form.get("then");
    std::size_t place = 0;
    if (!then.starts_with("letter:") || std::from_chars(then.data() + 7, then.data() + then.size(), place).ec != std::errc() || place >= guests.size())
        return std::nullopt;
    return place;
}

// In the record of the first child of whom they may hear; it names all those, and none else.
Response begin_invitation(const House& house, const Call& call, const PreparedMeeting& meeting, const Guest& guest) {
    const auto& caller = call.caller<Caller>();
    const auto* type = house.pack().record_type(invitation_type);
    const auto part = std::ranges::find_if(meeting.parts, [&](const auto& one) { return may_hear(one.draft.fields, guest); });
    if (!type || part == meeting.parts.end() || !part->open.may(access::Act::Write, on_type(house, invitation_type)))
        return not_found(house);
    auto draft = house.desk.begin_draft({form_for(form_number(call), part->open.record.hex() + named(guest)), caller.writer(), part->open.record, std::string(invitation_type)},
            house.now());
    if (!draft || draft->record_type != invitation_type)
        return not_found(house);
    if (draft->version == 0) {
        const auto come = to_come(meeting, guest);
        const auto person = guest.value.starts_with("person:") ? PersonNumber::parse(guest.value.substr(7)) : Result<PersonNumber>(refuse("none", "none"));
        auto fields = letter_fields(house, caller, part->open, *type, person ? std::optional(*person) : std::nullopt, &come);
        fields[std::string(asks_to)] = meeting.view.draft.draft.hex();
        fields[std::string(asks_whom)] = guest.full_name;
        fields[std::string(asks_who)] = guest.who;
        if (!house.desk.save({draft->draft, 0, fields, "", caller.writer(), house.now()}))
            return not_found(house);
    }
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

Result<PreparedMeeting> meeting_at(const House& house, const Call& call) {
    const auto draft = TRY(own_draft(house, call));
    return prepared_meeting(house, call.caller<Caller>(), draft);
}

Response show_asked(const House& house, const Call& call) {
    auto meeting = meeting_at(house, call);
    if (!meeting)
        return not_found(house);
    const auto guests = guests_of(*meeting, call.caller<Caller>());
    return asked_page(house, call, *meeting, guests, fields_now(*meeting, guests), {});
}

Response keep_asked(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto meeting = meeting_at(house, call);
    if (!meeting)
        return not_found(house);
    const auto fields = typed_in(call);
    const auto guests = posted_guests(fields);
    const auto before = *meeting;
    Refusals refusals;
    put_hears(*meeting, fields, guests);
    put_coming(*meeting, fields, guests);
    put_somebody_else(*meeting, fields, refusals);
    const auto asked = asked_now(house, *meeting, fields, guests, refusals);
    const auto letter = letter_pressed(call, guests);
    if (letter && !hears_of_anybody(*meeting, guests[*letter]))
        refusals.push_back(refuse("hears", "Tick which child " + guests[*letter].full_name + " may hear about, before they are asked", fmt::format("hears-{}", *letter)));
    if (!refusals.empty())
        return asked_page(house, call, before, guests, fields, refusals);
    for (const auto& guest : asked.guests)
        say_asked(meeting->for_all(), guest, asked.how, asked.on);
    auto kept = save_meeting(house, caller, *meeting);
    if (kept)
        kept = note_invitations(house, caller, *meeting, form_number(call), asked);
    if (!kept)
        return is_not_found(kept.refusals()) ? not_found(house) : asked_page(house, call, before, guests, fields, kept.refusals());
    return letter ? begin_invitation(house, call, *meeting, guests[*letter]) : redirect(done(own_path(*meeting), "kept"));
}

} // namespace

Html way_to_who_is_asked(const DraftView& view) {
    if (!view.type || !view.type->is_like("meeting") || !view.type->item(hears_item) || !view.draft.record)
        return Html();
    Button way{"Who is asked, and who may hear about whom"};
    way.name = "then";
    way.value = std::string(then_who_is_asked);
    way.classes = "govuk-button--secondary";
    way.attributes.add("formnovalidate");
    return button(way);
}

std::vector<http::Route> who_is_asked_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/drafts/{draft}/who-is-asked", http::Reach::Worker, to(show_asked)},
            {http::Method::Post, "/drafts/{draft}/who-is-asked", http::Reach::Worker, to(keep_asked)}};
}

} // namespace lifestory::web::pages
