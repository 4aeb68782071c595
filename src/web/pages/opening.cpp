#include "web/pages/opening.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "casework/allocate.h"
#include "casework/open_child.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/find.h"
#include "web/pages/record_items.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using access::Found;
using http::Call;
using http::Response;

constexpr std::size_t most_near = 10;
constexpr std::string_view new_family = "new", another_child = "another";

std::vector<Found> children_found(const House& house, const Caller& caller, const std::string& words) {
    auto found = house.door.find(caller.visitor, words, house.now());
    std::erase_if(found, [](const Found& one) { return !one.who.child; });
    return found;
}

// Likely the same child: of this name or the name in use, misspelt too, or born on this day. Only whom the caller may find.
std::vector<Found> near_matches(const House& house, const Caller& caller, const desk::Fields& fields) {
    std::vector<Found> all;
    auto born = read_day(fields, "born");
    auto birthday = born && *born ? calendar::in_words(**born) : std::string();
    for (const auto& name : {trim(field(fields, "name")), trim(field(fields, "known-as")), birthday}) {
        if (name.empty())
            continue;
        for (auto& one : children_found(house, caller, name)) {
            bool is_here = std::ranges::any_of(all, [&](const Found& other) { return other.who.child == one.who.child; });
            if (!is_here && all.size() < most_near)
                all.push_back(std::move(one));
        }
    }
    return all;
}

// The families of these children, whom the caller may open: "the family of Tilly Barrow, born 14 March 2015".
Choosable families_to_choose(const House& house, const Caller& caller, const desk::Fields& fields) {
    Choosable families;
    if (auto sibling = trim(field(fields, "sibling")); !sibling.empty())
        for (const auto& one : children_found(house, caller, sibling))
            if (one.may_open && families.size() < most_near)
                families.emplace_back(one.who.child->hex(), "with " + one.who.name() + ", " + born_words(one.who));
    families.emplace_back(new_family, "a new family");
    return families;
}

Choosable workers_to_choose(const House& house, const record::Authority& authority) {
    Choosable all;
    for (const auto& one : authority.workers)
        if (auto role = role_of_worker(house, one.now()); one.now().working && role && access::may_begin_a_record(*role))
            all.emplace_back(one.now().worker.hex(), joined(*authority.author(one.now().worker)));
    std::ranges::sort(all, {}, [](const auto& choice) { return fold(choice.second); });
    return all;
}

const Choosable pronouns{{"she", "she"}, {"he", "he"}, {"they", "they"}, {"", "not known yet"}};

// ---- the page

Html near_card(const Found& found) {
    auto name = found.who.name();
    Html lines = html("<p class=\"govuk-body\">{}</p><p class=\"govuk-body app-quiet\">Why this one: {}</p>", capital(born_words(found.who)), found.why);
    if (found.worker)
        lines += html("<p class=\"govuk-body\">{}{}{}</p>", joined(*found.worker), found.telephone.empty() ? "" : ", ", found.telephone);
    if (found.may_open)
        lines += html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Yes, open {} record</a></p>", path("/children/{}", found.who.child->hex()), possessive(name));
    SummaryCard card;
    card.title = name;
    card.heading_level = 3;
    return summary_card(card, lines);
}

Html near_of(const Asked& asked, const std::vector<Found>& near) {
    if (near.empty())
        return Html();
    Html cards;
    for (const auto& one : near)
        cards += near_card(one);
    Choosable answers;
    for (const auto& one : near)
        answers.emplace_back(one.who.child->hex(), "Yes, it is " + one.who.name() + ", " + born_words(one.who));
    answers.emplace_back(another_child, "No, it is another child");
    return html("<h2 class=\"govuk-heading-m\" id=\"near\">Is this the same child?</h2>") + cards + choose(asked, "same", "Is it one of them?", answers) +
           box(asked, "not-the-same", "No, because", "What shows that it is another child. It is kept in the record.");
}

Html fields_of_page(const House& house, const Caller& caller, const Asked& asked, const record::Authority& authority, const std::vector<Found>& near) {
    auto told = box(asked, "told", "What they told us", "Becomes the first note.");
    auto day = [&](const std::string& name, std::string_view legend, std::string_view hint) {
        auto boxes = date_boxes(asked.fields, name, legend, asked.refusals);
        boxes.hint.words = hint;
        return date_input(boxes);
    };
    return short_box(asked, "name", "Name", "An unborn baby: “Baby” and the family’s name.") + short_box(asked, "known-as", "Name they use", "May be left empty.") +
           choose(asked, "pronouns", "Pronoun", pronouns) + day("born", "Date of birth", "") + day("expected", "Or the expected date", "Of a baby not born yet.") +
           short_box(asked, "told-by", "Who told us", "Full name and who they are.") + day("known-on", "When did they tell us?", "") + told + near_of(asked, near) +
           short_box(asked, "sibling", "A brother or sister whom we know", "Their name, if there is one: the two then have one family.") +
           choose(asked, "family", "Family", families_to_choose(house, caller, asked.fields)) + short_box(asked, "family-name", "The new family’s name", "“Barrow”. Not asked with a brother or sister.") +
           pick(asked, "worker", "Who works with the child?", workers_to_choose(house, authority), "Not decided yet? Choose the manager of the team.");
}

Response opening_page(const House& house, const Call& call, const Refusals& refusals, const std::vector<Found>& near) {
    const auto& caller = call.caller<Caller>();
    auto fields = typed_in(call);
    if (!call.form.has("form_number")) {
        fields["worker"] = caller.worker().hex();
        fields["family"] = new_family;
    }
    auto frame = frame_for(house, caller);
    frame.act = "Start a new record";
    frame.heading = "Start a new record";
    frame.refusals = refusals;
    Asked asked{fields, refusals};
    Button start{"Start the record"};
    auto content = fields_of_page(house, caller, asked, *house.door.authority(), near) + button(start);
    return shown(frame, html("<div class=\"app-readable\">{}</div>", post_form({url("/children/opening"), caller.session.csrf, form_number(call).hex(), content})));
}

Response show_opening(const House& house, const Call& call) {
    return access::may_begin_a_record(call.caller<Caller>().visitor.who.role) ? opening_page(house, call, {}, {}) : not_found(house);
}

// ---- reading and keeping

struct ReadOpening {
    casework::Opening opening;
    const record::Worker* worker = nullptr;
    Refusals refusals;

    void day(const desk::Fields& fields, const std::string& name, std::optional<calendar::Day>& into) {
        auto day = read_day(fields, name);
        if (day)
            into = *day;
        else
            refusals.push_back(day.refusal());
    }
};

void read_sibling(const House& house, const Caller& caller, RecordNumber sibling, casework::Opening& opening) {
    const auto row = house.index.family_of(sibling).value();
    opening.family = row.family;
    opening.sibling = {row.person, ""};
    for (const auto& open : house.door.look_over(caller.visitor, std::span(&sibling, 1), house.now()))
        if (const auto* person = open.family->person(row.person))
            opening.sibling->pronouns = person->pronouns;
}

// The family of the brother or sister who was chosen.
void read_family(const House& house, const Caller& caller, const desk::Fields& fields, ReadOpening& read) {
    auto families = families_to_choose(house, caller, fields);
    auto chosen = field(fields, "family");
    bool names_sibling = !trim(field(fields, "sibling")).empty();
    if (!is_among(families, chosen) || (names_sibling && families.size() > 1 && chosen == new_family && field(fields, "family-name").empty()))
        read.refusals.push_back(refuse("family", "Choose the family", "family"));
    else if (names_sibling && families.size() == 1)
        read.refusals.push_back(refuse("sibling", "You have no child of this name to open: leave it empty for a new family, or write the name as it stands in the record", "sibling"));
    else if (chosen != new_family)
        read_sibling(house, caller, *RecordNumber::parse(chosen), read.opening);
}

ReadOpening read_opening(const House& house, const Call& call, const record::Authority& authority, const std::vector<Found>& near) {
    auto fields = typed_in(call);
    ReadOpening read;
    auto& opening = read.opening;
    opening.full_name = trim(field(fields, "name"));
    opening.known_as = trim(field(fields, "known-as"));
    opening.pronouns = is_among(pronouns, field(fields, "pronouns")) ? field(fields, "pronouns") : "";
    read.day(fields, "born", opening.born);
    read.day(fields, "expected", opening.expected);
    read.day(fields, "known-on", opening.known_on);
    opening.told_by = trim(field(fields, "told-by"));
    opening.what_they_said = field(fields, "told");
    opening.not_the_same_because = near.empty() ? "" : trim(field(fields, "not-the-same"));
    opening.family_name = trim(field(fields, "family-name"));
    opening.child = RecordNumber::from_bytes(number_of_form(call, "child"));
    opening.new_family = RecordNumber::from_bytes(number_of_form(call, "family"));
    opening.person = PersonNumber::from_bytes(number_of_form(call, "person"));
    opening.involvement = to_hex(number_of_form(call, "involvement"));
    read_family(house, call.caller<Caller>(), fields, read);
    auto worker = field(fields, "worker");
    if (is_among(workers_to_choose(house, authority), worker))
        read.worker = authority.worker(*WorkerNumber::parse(worker));
    else
        read.refusals.push_back(refuse("worker", "Choose who works with the child", "worker"));
    if (!near.empty() && opening.not_the_same_because.empty())
        read.refusals.push_back(refuse("not-the-same", "Look whether it is one of these children; if not, say what shows it", field(fields, "same") == another_child ? "not-the-same" : "same"));
    return read;
}

// The same field is not refused twice: what could not be read is no missing day as well.
Refusals all_of(const Refusals& of_form, Refusals of_act) {
    for (auto [from, to] : {std::pair{"born", "born.day"}, {"known-on", "known-on.day"}, {"family", "family-name"}})
        of_act = moved(std::move(of_act), from, to);
    Refusals all = of_form;
    const bool asks_whose_family = std::ranges::any_of(of_form, [](const Refusal& one) { return one.field == "family" || one.field == "sibling"; });
    if (asks_whose_family) // that it needs a name is known when it is said that it is a new one
        std::erase_if(of_act, [](const Refusal& one) { return one.field == "family-name"; });
    for (auto& one : of_act)
        if (std::ranges::none_of(of_form, [&](const Refusal& other) { return other.field == one.field || (other.field == "expected.day" && one.field == "born.day"); }))
            all.push_back(std::move(one));
    return all;
}

Result<casework::Writing> write_opening(const casework::Act& act, const ReadOpening& read) {
    auto writing = casework::open_child(act, read.opening);
    if (!writing || !read.refusals.empty())
        return all_of(read.refusals, writing ? Refusals() : writing.refusals());
    record::Allocation allocation{read.worker->worker, read.worker->full_name, "allocated-worker", casework::today(act), std::nullopt};
    writing->push_back(casework::written(act, read.opening.child, allocation, static_cast<unsigned>(writing->size())));
    writing->back().said.happened_on = allocation.from;
    return writing;
}

// Whoever gave the child to somebody else, in another line, is told who has the record.
Response begun(const House& house, const Call& call, const ReadOpening& read) {
    const auto& caller = call.caller<Caller>();
    const auto& child = read.opening.child;
    if (!house.door.look_over(caller.visitor, std::span(&child, 1), house.now()).empty())
        return redirect(done(path("/children/{}", child.hex()), "begun"));
    auto frame = frame_for(house, caller);
    frame.act = "The record is begun";
    frame.heading = "The record is begun";
    return shown(frame, html("<p class=\"govuk-body\">{} has it, with what they told us as its first note. It is not yours to open.</p>", joined(*house.door.authority()->author(read.worker->worker))));
}

// "Yes, it is her": to her record, with what they told us as a note that is begun there; where she is not theirs to open, who works with her.
Response known_already(const House& house, const Call& call, const Found& found) {
    const auto& caller = call.caller<Caller>();
    const auto told = field(typed_in(call), "told");
    if (!found.may_open) {
        auto frame = frame_for(house, caller);
        frame.act = "We know this child";
        frame.heading = "We know this child";
        auto whom = found.worker ? html("<p class=\"govuk-body\">{} works with {}{}. Tell them what you were told: the record is not yours to open.</p>", joined(*found.worker),
                                        found.who.name(), found.telephone.empty() ? "" : ", " + found.telephone)
                                 : html("<p class=\"govuk-body\">The record of {} is not yours to open. Tell your manager what you were told.</p>", found.who.name());
        auto words = told.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">What you wrote, to copy</h2>{}", paragraphs(told));
        return shown(frame, whom + words);
    }
    auto open = house.door.open(caller.visitor, *found.who.child, std::nullopt, house.now());
    const auto* note = house.pack().record_type("case-note");
    if (!open)
        return not_found(house);
    if (is_blank(told) || !note || !note->item("happened") || !open->may(access::Act::Write, on_type(house, note->id)))
        return redirect(path("/children/{}", open->record.hex()));
    auto draft = house.desk.begin_draft({form_number(call), caller.writer(), open->record, note->id}, house.now());
    if (!draft)
        return not_found(house);
    auto typed = typed_in(call);
    desk::Fields fields{{"item.happened", told}, {"told-by", field(typed, "told-by")}};
    for (const auto* part : {".day", ".month", ".year"})
        fields[std::string("known-on") + part] = fields[std::string("when") + part] = field(typed, std::string("known-on") + part); // we were told on that day
    if (draft->version == 0 && !house.desk.save({draft->draft, 0, fields, "", caller.writer(), house.now()})) // else it was pressed twice
        return not_found(house);
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

Response start(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    if (!access::may_begin_a_record(caller.visitor.who.role))
        return not_found(house);
    auto authority = house.door.authority();
    auto near = near_matches(house, caller, typed_in(call));
    auto child = RecordNumber::from_bytes(number_of_form(call, "child"));
    std::erase_if(near, [&](const Found& one) { return one.who.child == child; }); // pressed twice: itself
    const auto same = field(typed_in(call), "same");
    for (const auto& one : near)
        if (one.who.child->hex() == same)
            return known_already(house, call, one);
    auto read = read_opening(house, call, *authority, near);
    if (house.index.family_of(child) && read.worker)
        return begun(house, call, read);
    auto writing = write_opening(act_of_form(house, call), read);
    if (!writing)
        return opening_page(house, call, writing.refusals(), near);
    access::Door::Opening opening{read.opening.family.value_or(read.opening.new_family), child, {}};
    for (const auto& one : *writing)
        opening.entries.push_back({one.id, one.said, one.content, one.record == child ? access::Writing::Stream::Child : access::Writing::Stream::Family, one.expected_place});
    auto opened = house.door.open_new(caller.visitor, form_number(call), opening, house.now());
    return opened ? begun(house, call, read) : not_found(house);
}

} // namespace

Html opening_button(const House&, const access::Visitor& visitor) {
    if (!access::may_begin_a_record(visitor.who.role))
        return Html();
    Button start{"Start a new record"};
    start.href = url("/children/opening");
    start.classes = "govuk-button--secondary";
    return button(start);
}

std::vector<http::Route> opening_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/opening", http::Reach::Worker, to(show_opening)},
            {http::Method::Post, "/children/opening", http::Reach::Worker, to(start)}};
}

} // namespace lifestory::web::pages
