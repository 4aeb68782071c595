#include "web/pages/chronology.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/placement.h"
#include "record/genogram.h"
#include "record/homes.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/chronology_acts.h"
#include "web/pages/chronology_before.h"
#include "web/pages/chronology_file.h"
#include "web/pages/chronology_master.h"
#include "web/pages/chronology_table.h"
#include "web/pages/chronology_together.h"
#include "web/pages/chronology_views.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using chronology::Chronology;
using chronology::Row;
using http::Call;
using http::Response;

using View = ChronologyView;
using Viewed = ViewedChronology;

std::string name_of(View view, const std::string& child) {
    switch (view) {
    case View::Everything: return "Everything";
    case View::Court: return "For court";
    case View::Conference: return "For a conference";
    case View::NewWorker: return "For a new worker";
    case View::OutOfHours: return "For out of hours";
    case View::Child: return "For " + child;
    }
    return {};
}

constexpr std::array views{View::Everything, View::Court, View::Conference, View::NewWorker, View::OutOfHours, View::Child};

Url path_of(RecordNumber child, View view) { return view == View::Everything ? chronology_path(child) : chronology_path(child, code_of(view)); }

Html navigation_of(const House& house, const Caller& caller, const access::OpenRecord& open, View current) {
    SubNavigation navigation;
    navigation.label = "The chronology";
    navigation.phone_summary = "Other views of the chronology";
    for (auto view : views)
        navigation.links.push_back({name_of(view, open.child->first_name()), path_of(open.record, view), view == current});
    if (!could_be_together(house, caller, open).empty())
        navigation.links.push_back({"Several children together", chronology_path(open.record, "together"), false});
    return sub_navigation(navigation);
}

// ---- what is shown of it

Url filtered(const access::OpenRecord& open, const Viewed& viewed) {
    return path("/children/{}/chronology?year={}&theme={}&by={}", open.record.hex(), viewed.year ? std::to_string(viewed.year) : std::string(), viewed.theme,
                std::string(viewed.by_theme ? "theme" : ""));
}

Html filter_of(const access::OpenRecord& open, const Chronology& all, const Viewed& viewed, std::size_t found) {
    Select year, theme, by;
    year.id = year.name = "year";
    year.label.words = "Year";
    year.value = viewed.year ? std::to_string(viewed.year) : "";
    year.options.push_back({"every year", "", {}, {}, {}});
    for (int one : all.years())
        year.options.push_back({std::to_string(one), std::to_string(one), {}, {}, {}});
    theme.id = theme.name = "theme";
    theme.label.words = "About";
    theme.value = viewed.theme;
    theme.options.push_back({"everything", "", {}, {}, {}});
    for (const auto& one : all.themes())
        theme.options.push_back({one, one, {}, {}, {}});
    by.id = by.name = "by";
    by.label.words = "Grouped by";
    by.value = viewed.by_theme ? "theme" : "";
    by.options = {{"year", "", {}, {}, {}}, {"what it is about", "theme", {}, {}, {}}};
    Filter filter;
    filter.action = chronology_path(open.record);
    filter.fields = select(year) + select(theme) + select(by);
    filter.found = plural(found, "event", "events");
    auto without = viewed;
    if (viewed.year) {
        without.year = 0;
        filter.chosen.push_back({std::to_string(viewed.year), filtered(open, without)});
    }
    if (!viewed.theme.empty()) {
        without = viewed;
        without.theme.clear();
        filter.chosen.push_back({viewed.theme, filtered(open, without)});
    }
    return web::filter(filter);
}

// ---- who keeps it, and when it was read through

Html reminders_of(const House& house, const Judged& judged) {
    Html lines;
    for (const auto* reminder : policy::reminders_at("chronology", circumstances(house, judged, house.today())))
        lines += html("<p>{}</p>", reminder->text);
    return lines.empty() ? Html() : inset_text({lines, {}, {}, {}});
}

Html kept_by(const House& house, const access::OpenRecord& open) {
    const auto* worker = open.child->allocated_worker_on(house.today());
    return worker ? html("<p class=\"govuk-body\">{} keeps this chronology.</p>", worker->full_name)
                  : html("<p class=\"govuk-body\">Nobody is {} own worker, so nobody keeps this chronology.</p>", possessive(open.child->first_name()));
}

Html read_through(const House& house, const Call& call, const access::OpenRecord& open, const Judged& judged) {
    std::string line = "Nobody has said yet that they read it through.";
    if (const auto* last = record::last_read_through(*open.child))
        line = fmt::format("Last read through on {} by {}.", calendar::in_words(last->day()), last->entry.said.recorded_by.full_name);
    auto due = Html();
    if (const auto* owed = chronology_owed(judged))
        due = html(" Due {}{}.", due_link(open.record, *owed), owed->state == policy::State::Late ? html(", <strong>{}</strong>", how_late(*owed)) : Html());
    auto all = html("<p class=\"govuk-body\">{}{}</p>", line, due);
    return may_keep_chronology(house, open) ? all + presses_of_chronology(house, call, open) : all;
}

// ---- what could belong in it

Html offered(const access::OpenRecord& open, const Chronology& all, bool may_keep) {
    if (all.offered.empty())
        return Html();
    Html rows;
    for (const auto& row : all.offered)
        rows += html("<li>{}: {}{}</li>", when_of(row), row.what,
                     may_keep ? html(" <a class=\"govuk-link\" href=\"{}\">Put it in<span class=\"govuk-visually-hidden\">: {}</span></a>",
                                     row_path(open.record, row.entry), row.what)
                              : Html());
    Details details;
    details.summary = "Could this belong here? " + plural(all.offered.size(), "event", "events");
    details.content =
        html("<p class=\"govuk-body\">Put in what touched {} directly.</p><ul class=\"govuk-list govuk-list--spaced\">{}</ul>", open.child->first_name(), rows);
    details.classes = "app-off-paper";
    return web::details(details);
}

// ---- the views

// Who knows the child at night, before what happened: nobody reads down a page at two in the morning.
Html tonight_lines(const House& house, const access::OpenRecord& open) {
    const auto& child = *open.child;
    const auto today = house.today();
    SummaryList list;
    const auto add = [&](std::string key, const std::string& words) {
        list.rows.push_back({{Phrase(std::move(key)), {}}, {Phrase(words.empty() ? "nobody wrote it down" : words), {}}, {}, {}, {}});
    };
    const auto* kept = record::genogram_on(child, today);
    const auto at_night = kept ? record::genogram_in(*kept).at_night : std::nullopt;
    const auto* ring = at_night ? open.family->person(*at_night) : nullptr;
    add("Ring at night", ring ? join({ring->full_name, ring->telephone}, ", ") : std::string());
    std::vector<std::string> others;
    if (const auto* home = child.person ? open.family->household_of(*child.person, today) : nullptr)
        for (const auto& member : record::living_at(*open.family, *home, today))
            if (const auto* person = open.family->person(member); person && member != *child.person)
                others.push_back(person->telephone.empty() ? person->full_name : person->full_name + ", " + person->telephone);
    if (const auto where = casework::where_on(child, *open.family, today); others.empty())
        others.push_back(where.cared_for_by.empty() ? where.name : where.cared_for_by);
    add("Lives with", join(others, "; "));
    const auto* worker = child.allocated_worker_on(today);
    add("Own worker", worker ? worker->full_name : std::string());
    const auto *seen = child.last_seen(today), *alone = child.last_seen_alone(today);
    add("Last seen", seen ? calendar::in_words(seen->day()) + (alone ? "; alone on " + calendar::in_words(alone->day()) : "; never alone") : std::string());
    return summary_list(list);
}

std::string words_of_view(View view, const std::string& name) {
    switch (view) {
    case View::Everything: return "";
    case View::Court: return "For court: what it meant for " + name + " and what was done are left out.";
    case View::Conference:
        return "For a conference: every event of the last twelve months, and before them what was decided, where " + name + " lived and what the law did.";
    case View::NewWorker: return "For a new worker: the newest first. What " + name + " lived through before you came stands below.";
    case View::OutOfHours: return "For out of hours: whom to ring, who lives with " + name + ", and what happened last, on one screen.";
    case View::Child: return "As " + name + " may read it: what was given to " + name + ", and what was written here for " + name + ".";
    }
    return "";
}

Html empty_words(const Chronology& all, const Viewed& viewed, const std::string& name) {
    if (viewed.view == View::Child)
        return html("<p class=\"govuk-body\">Nothing here was given to {} yet. Give an entry, or write a line for {} on a row.</p>", name, name);
    return all.rows.empty() ? html("<p class=\"govuk-body\">No important events yet. Tick important event when you sign.</p>")
                            : html("<p class=\"govuk-body\">No event is like that. Choose something else.</p>");
}

Html rows_shown(const House& house, const access::OpenRecord& open, const Chronology& all, const Viewed& viewed) {
    auto rows = chosen_rows(all, viewed, house.today());
    if (rows.empty())
        return empty_words(all, viewed, open.child->first_name());
    if (viewed.view == View::Child)
        return rows_for_child(*open.child, rows, 2);
    const bool whole = viewed.view == View::Everything && !viewed.by_theme && viewed.year == 0 && viewed.theme.empty();
    ChronologyTable table{open, std::move(rows), {}, viewed.view == View::Court || viewed.view == View::OutOfHours ? Columns::ForCourt : Columns::All, false, viewed.by_theme};
    if (whole)
        table.gaps = all.gaps;
    table.may_tell = viewed.view == View::Everything && may_keep_chronology(house, open);
    return chronology_table(table);
}

Response page_of(const House& house, const Call& call, const access::OpenRecord& open, const Viewed& viewed, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto name = open.child->first_name();
    const auto judged = judge(house, open);
    const auto all = chronology_of(house, open, judged, viewed.view == View::Child ? ChronologyFor::Child : ChronologyFor::Workers);
    auto frame = child_frame(house, caller, open, possessive(name) + " chronology");
    frame.act = viewed.view == View::Everything ? "Chronology" : "Chronology, " + within_a_sentence(name_of(viewed.view, name));
    frame.refusals = refusals;
    frame.banner = banner_for(house, open, done_code(call));
    frame.print = print_frame(house, caller, open, viewed.view == View::Court ? "Chronology for court" : "Chronology");
    auto top = child_navigation(open, "chronology") + navigation_of(house, caller, open, viewed.view);
    if (viewed.view == View::Everything)
        top += reminders_of(house, judged) + kept_by(house, open) + where_master_lies(house, caller, open) + whole_copy_owed(house, caller, open, judged) + read_through(house, call, open, judged) +
               filter_of(open, all, viewed, chosen_rows(all, viewed, house.today()).size());
    else
        top += html("<p class=\"govuk-body\">{}</p>", words_of_view(viewed.view, name)) + (viewed.view == View::OutOfHours ? tonight_lines(house, open) : Html());
    if (viewed.view != View::Child && !all.rows.empty())
        top += ways_to_take_it(open, viewed.view);
    auto below = viewed.view == View::Everything ? offered(open, all, may_keep_chronology(house, open)) + editions_of(open) : Html();
    return shown(frame, top + rows_shown(house, open, all, viewed) + below);
}

Response show(const House& house, const Call& call, View view) {
    auto open = open_child(house, call);
    return open && sees_all(*open) ? page_of(house, call, *open, viewed_of(call, view), {}) : not_found(house);
}

template <View view>
Response show_view(const House& house, const Call& call) {
    return show(house, call, view);
}

} // namespace

Response chronology_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    return page_of(house, call, open, viewed_of(call, View::Everything), refusals);
}

std::vector<http::Route> chronology_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    std::vector<http::Route> routes{{Method::Get, "/children/{child}/chronology", Reach::Worker, to(show_view<View::Everything>)},
                                    {Method::Get, "/children/{child}/chronology/court", Reach::Worker, to(show_view<View::Court>)},
                                    {Method::Get, "/children/{child}/chronology/conference", Reach::Worker, to(show_view<View::Conference>)},
                                    {Method::Get, "/children/{child}/chronology/new-worker", Reach::Worker, to(show_view<View::NewWorker>)},
                                    {Method::Get, "/children/{child}/chronology/out-of-hours", Reach::Worker, to(show_view<View::OutOfHours>)},
                                    {Method::Get, "/children/{child}/chronology/child", Reach::Worker, to(show_view<View::Child>)}};
    for (auto* part : {chronology_before_routes, chronology_act_routes, chronology_file_routes, chronology_together_routes, chronology_master_routes})
        for (auto& route : part(house))
            routes.push_back(std::move(route));
    return routes;
}

} // namespace lifestory::web::pages
