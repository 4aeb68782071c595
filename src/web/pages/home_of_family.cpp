#include "web/pages/home_of_family.h"

#include <algorithm>

#include "base/text.h"
#include "casework/family.h"
#include "web/html/components.h"
#include "web/pages/people.h"
#include "web/pages/who_said.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Household;

struct Home {
    access::OpenRecord open;
    const Household* now = nullptr; // of open.family; null: a new one

    Url path() const { return web::path("/children/{}/people/homes/{}", open.record.hex(), now ? now->household : std::string("new")); }
};

Result<Home> home_at(const House& house, const Call& call) {
    Home home{TRY(open_family_to_change(house, call)), nullptr};
    auto named = call.parameter("home");
    if (named.empty())
        return home;
    for (const auto& one : home.open.family->households)
        if (one.now().household == named)
            home.now = &one.now();
    if (!home.now)
        return refuse("not-found", "Page not found");
    return home;
}

desk::Fields fields_of(const Household& home) {
    desk::Fields fields{{"name", home.name}, {"address", home.address}, {"members", lines_of_people(home.members)}, {"not-for", lines_of_people(home.not_for)}};
    if (home.since)
        write_day(fields, "since", *home.since);
    if (home.until)
        write_day(fields, "until", *home.until);
    return fields;
}

std::vector<const record::Person*> everybody(const access::OpenRecord& open) {
    std::vector<const record::Person*> all;
    for (const auto& one : open.family->people)
        if (!one.now().died)
            all.push_back(&one.now());
    return all;
}

Response home_page(const House& house, const Call& call, const Home& home, const Refusals& refusals) {
    auto fields = call.form.has("form_number") || !home.now ? typed_in(call) : fields_of(*home.now);
    Asked asked{fields, refusals};
    auto people = everybody(home.open);
    auto content = short_box(asked, "name", "Whose home is it?", "As the family says it: “Nan’s”.") +
                   short_box(asked, "address", "Address", "May be left empty.") + tick_people(asked, "members", "Who lives there?", "", people) +
                   tick_people(asked, "not-for", "Who may not know this address?", "Whoever writes to them sees it.", people) +
                   ask_day(asked, "since", "Since which day?", "When somebody moved in or out: that day. What it was before stays.") +
                   ask_day(asked, "until", "Until which day?", "Only when nobody of them lives there any more.") +
                   who_said_fields(call.caller<Caller>(), home.open, asked);
    return family_page(house, call, home.open, {home.now ? "Change this home: " + home.now->name : "Add a home", {}, content, "Keep this", home.path()},
                       refusals);
}

Response show_home(const House& house, const Call& call) {
    auto home = home_at(house, call);
    return home ? home_page(house, call, *home, {}) : not_found(house);
}

Response keep_home(const House& house, const Call& call) {
    auto home = home_at(house, call);
    if (!home)
        return not_found(house);
    auto fields = typed_in(call);
    DaysRead read;
    Household said;
    said.household = home->now ? home->now->household : to_hex(number_of_form(call, "home"));
    said.name = trim(field(fields, "name"));
    said.address = trim(field(fields, "address"));
    said.members = ticked_people(fields, "members");
    said.not_for = ticked_people(fields, "not-for");
    said.since = read.day(fields, "since");
    said.until = read.day(fields, "until");
    if (auto who = read_who_said(call.caller<Caller>(), home->open, fields))
        said.said_by = who->said_by;
    else
        read.refusals.push_back(who.refusal());
    auto writing = casework::set_household(act_of_form(house, call), *home->open.family, said);
    for (const auto& refusal : writing ? Refusals() : moved(moved(writing.refusals(), "since", "since.day"), "until", "until.day"))
        read.refusals.push_back(refusal);
    return keep_in_family(house, call, home->open, read.refusals.empty() ? writing : Result<casework::Writing>(read.refusals),
                          [&](const Refusals& again) { return home_page(house, call, *home, again); });
}

} // namespace

std::vector<http::Route> home_of_family_routes(const House& house) {
    using http::Method;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/people/homes/new", http::Reach::Worker, to(show_home)},
            {Method::Post, "/children/{child}/people/homes/new", http::Reach::Worker, to(keep_home)},
            {Method::Get, "/children/{child}/people/homes/{home}", http::Reach::Worker, to(show_home)},
            {Method::Post, "/children/{child}/people/homes/{home}", http::Reach::Worker, to(keep_home)}};
}

} // namespace lifestory::web::pages
