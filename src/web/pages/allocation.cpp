#include "web/pages/allocation.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "casework/allocate.h"
#include "web/html/components.h"
#include "web/pages/child.h"
#include "web/pages/record_items.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using access::Role;
using http::Call;
using http::Response;

constexpr std::chrono::days furthest{366};

// As what somebody works with a child, and who may.
struct Way {
    std::string_view relationship, words;
    access::SetOf<Role> roles;
};
constexpr access::SetOf<Role> practice{Role::Practitioner, Role::SeniorPractitioner, Role::TeamManager, Role::ServiceManager, Role::HeadOfService};
constexpr std::array ways{Way{"allocated-worker", "allocated worker: the one who answers for what is due", practice},
                          Way{"co-worker", "works with the allocated worker", practice},
                          Way{"independent-reviewing-officer", "independent reviewing officer", {Role::ReviewingOfficer}},
                          Way{"conference-chair", "chairs the conferences", {Role::ConferenceChair, Role::ReviewingOfficer}}};

const Way* way_of(std::string_view relationship) {
    auto found = std::ranges::find(ways, relationship, &Way::relationship);
    return found == ways.end() ? nullptr : &*found;
}

std::string words_of(const record::Allocation& allocation) {
    const auto* way = way_of(allocation.relationship);
    auto words = std::string(way ? way->words : std::string_view(allocation.relationship));
    return words.substr(0, words.find(':'));
}

Choosable workers_to_choose(const House& house, const record::Authority& authority) {
    Choosable all;
    for (const auto& one : authority.workers) {
        auto role = role_of_worker(house, one.now());
        if (one.now().working && role && std::ranges::any_of(ways, [&](const Way& way) { return way.roles.has(*role); }))
            all.emplace_back(one.now().worker.hex(), joined(*authority.author(one.now().worker)));
    }
    std::ranges::sort(all, {}, [](const auto& choice) { return fold(choice.second); });
    return all;
}

Choosable ways_to_choose() {
    Choosable all;
    for (const auto& way : ways)
        all.emplace_back(way.relationship, way.words);
    return all;
}

// Those that hold today or begin later, by worker and relationship.
std::vector<const record::Allocation*> holding(const record::Child& child, calendar::Day today) {
    std::vector<const record::Allocation*> all;
    for (const auto& history : child.allocations)
        if (const auto& one = history.now(); way_of(one.relationship) && (!one.until || (*one.until >= today && *one.until >= one.from)))
            all.push_back(&one);
    return all;
}

Html who_works_now(const access::OpenRecord& open, calendar::Day today) {
    Html rows;
    for (const auto* one : holding(*open.child, today)) {
        const auto* worker = open.authority->worker(one->worker);
        auto until = one->until ? " until " + calendar::in_words(*one->until) : std::string();
        rows += html("<li>{}, {}, from {}{}{}</li>", one->full_name, words_of(*one), calendar::in_words(one->from), until, worker && !worker->working ? ". Has left" : "");
    }
    return rows.empty() ? html("<p class=\"govuk-body\">Nobody works with {} yet.</p>", open.child->first_name()) : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

// ---- the page: one form gives the child to somebody, the other ends somebody's work

struct Boxes {
    desk::Fields beginning, ending;
};

Boxes boxes_of(const House& house, const Call& call) {
    bool of_ending = call.request.path.ends_with("/ending");
    Boxes boxes;
    auto& posted = of_ending ? boxes.ending : boxes.beginning;
    if (call.form.has("form_number"))
        posted = typed_in(call);
    for (auto [fields, name] : {std::pair{&boxes.beginning, "from"}, {&boxes.ending, "until"}})
        if (!call.form.has("form_number") || fields != &posted)
            write_day(*fields, name, house.today());
    return boxes;
}

// Not the allocated worker: a child has one, and the next one takes their place.
Choosable others_to_end(const House& house, const access::OpenRecord& open) {
    Choosable others;
    for (const auto* one : holding(*open.child, house.today()))
        if (one->relationship != "allocated-worker")
            others.emplace_back(one->relationship + ":" + one->worker.hex(), one->full_name + ", " + words_of(*one));
    return others;
}

Html ending_form(const House& house, const Call& call, const access::OpenRecord& open, const desk::Fields& fields, const Refusals& refusals) {
    auto others = others_to_end(house, open);
    if (others.empty())
        return Html();
    Asked asked{fields, refusals};
    Button end{"End their work"};
    end.classes = "govuk-button--secondary";
    auto content = choose(asked, "who", "Who stops?", others) + date_input(date_boxes(fields, "until", "On which day for the last time?", refusals)) + button(end);
    return html("<h2 class=\"govuk-heading-m\">Somebody stops working with {}</h2>{}", open.child->first_name(),
                post_form({path("/children/{}/allocation/ending", open.record.hex()), call.caller<Caller>().session.csrf, form_number(call).hex(), content}));
}

Response allocation_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto name = open.child->first_name();
    auto boxes = boxes_of(house, call);
    auto frame = child_frame(house, caller, open, "Who works with " + name);
    frame.refusals = refusals;
    Asked asked{boxes.beginning, refusals};
    Button give{"Keep this"};
    auto content = pick(asked, "worker", "Who?", workers_to_choose(house, *open.authority)) + choose(asked, "as", "As what?", ways_to_choose()) +
                   date_input(date_boxes(boxes.beginning, "from", "From which day?", refusals)) +
                   html("<p class=\"govuk-hint\">A new allocated worker ends the work of the one before on the day before. What is due goes over to them.</p>") + button(give);
    auto form = post_form({path("/children/{}/allocation", open.record.hex()), caller.session.csrf, form_number(call).hex(), content});
    return shown(frame, who_works_now(open, house.today()) + html("<h2 class=\"govuk-heading-m\">Somebody begins to work with {}</h2>", name) + form +
                            ending_form(house, call, open, boxes.ending, refusals));
}

Result<access::OpenRecord> child_to_allocate(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    if (!open.may(access::Act::Allocate))
        return refuse("not-found", "Page not found");
    return open;
}

Response show_allocation(const House& house, const Call& call) {
    auto open = child_to_allocate(house, call);
    return open ? allocation_page(house, call, *open, {}) : not_found(house);
}

// ---- keeping

Result<calendar::Day> day_near(const House& house, const desk::Fields& fields, const std::string& name, std::string_view if_missing) {
    auto day = TRY(day_in(fields, name, if_missing));
    if (day < house.today() - furthest || day > house.today() + furthest)
        return refuse("too-far", "Give a day within a year of today", name + ".day");
    return day;
}

struct Beginning {
    const record::Worker* worker = nullptr;
    std::string relationship;
    calendar::Day from{};
};

Result<Beginning> read_beginning(const House& house, const record::Authority& authority, const desk::Fields& fields) {
    Refusals refusals;
    Beginning beginning;
    auto number = WorkerNumber::parse(field(fields, "worker"));
    beginning.worker = number ? authority.worker(*number) : nullptr;
    const auto* way = way_of(field(fields, "as"));
    auto role = beginning.worker ? role_of_worker(house, *beginning.worker) : std::nullopt;
    if (!beginning.worker)
        refusals.push_back(refuse("worker", "Choose who works with the child", "worker"));
    if (!way)
        refusals.push_back(refuse("as", "Say as what they work with the child", "as"));
    else if (beginning.worker && !(role && way->roles.has(*role)))
        refusals.push_back(refuse("as", beginning.worker->full_name + " is " + beginning.worker->designation + " and cannot be this: choose something else, or somebody else", "as"));
    auto from = day_near(house, fields, "from", "Say from which day");
    if (!from)
        refusals.push_back(from.refusal());
    if (!refusals.empty())
        return refusals;
    beginning.relationship = way->relationship;
    beginning.from = *from;
    return beginning;
}

// Whoever gives a child to another line of management does not see the record any more: then Team says that it is done.
Response still_mine(const House& house, const Call& call, RecordNumber child, Response kept) {
    bool was_kept = kept.status == 303;
    if (was_kept && house.door.look_over(call.caller<Caller>().visitor, std::span(&child, 1), house.now()).empty())
        return redirect(done(url("/team"), "handed-over"));
    return kept;
}

Response allocate(const House& house, const Call& call) {
    auto open = child_to_allocate(house, call);
    if (!open)
        return not_found(house);
    auto again = [&](const Refusals& refusals) {
        return allocation_page(house, call, *open, moved(moved(refusals, "from", "from.day"), "relationship", "as"));
    };
    auto read = read_beginning(house, *open->authority, typed_in(call));
    auto writing = read ? casework::allocate(act_of_form(house, call), *open->child, *read->worker, read->relationship, read->from) : Result<casework::Writing>(read.refusals());
    Keeping keeping{access::Act::Allocate, {}, done(path("/children/{}", open->record.hex()), "allocated")};
    return still_mine(house, call, open->record, keep_in_record(house, call, *open, keeping, writing, again));
}

Result<casework::Writing> end_of(const House& house, const Call& call, const access::OpenRecord& open) {
    auto fields = typed_in(call);
    auto who = field(fields, "who");
    Refusals refusals;
    if (!is_among(others_to_end(house, open), who))
        refusals.push_back(refuse("who", "Choose who stops", "who"));
    auto until = day_near(house, fields, "until", "Say on which day for the last time");
    if (!until)
        refusals.push_back(until.refusal());
    if (!refusals.empty())
        return refusals;
    auto colon = who.find(':');
    return casework::end_allocation(act_of_form(house, call), *open.child, WorkerNumber::parse(who.substr(colon + 1)).value(), who.substr(0, colon), *until);
}

Response end_allocation(const House& house, const Call& call) {
    auto open = child_to_allocate(house, call);
    if (!open)
        return not_found(house);
    Keeping keeping{access::Act::Allocate, {}, done(path("/children/{}", open->record.hex()), "allocation-ended")};
    return keep_in_record(house, call, *open, keeping, end_of(house, call, *open),
                          [&](const Refusals& refusals) { return allocation_page(house, call, *open, moved(refusals, "worker", "who")); });
}

} // namespace

Html allocation_link(const access::OpenRecord& open) {
    if (!open.may(access::Act::Allocate))
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Who works with {}</a></p>", path("/children/{}/allocation", open.record.hex()), open.child->first_name());
}

Html children_of_who_left(const House& house, const Caseload& caseload) {
    auto authority = house.door.authority();
    WorkList list;
    list.title = "Children of somebody who has left";
    list.is_open = true;
    for (const auto& child : caseload.children) {
        const auto* worker = authority->worker(child.allocated);
        if (worker && !worker->working)
            list.rows.push_back({child.child, Phrase(worker->full_name + " has left"),
                                 html("<a class=\"govuk-link\" href=\"{}\">Hand over<span class=\"govuk-visually-hidden\">: {}</span></a>", path("/children/{}/allocation", child.record.hex()), child.child)});
    }
    return list.rows.empty() ? Html() : work_list(list);
}

std::vector<http::Route> allocation_routes(const House& house) {
    using http::Method;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/allocation", http::Reach::Worker, to(show_allocation)},
            {Method::Post, "/children/{child}/allocation", http::Reach::Worker, to(allocate)},
            {Method::Post, "/children/{child}/allocation/ending", http::Reach::Worker, to(end_allocation)}};
}

} // namespace lifestory::web::pages
