#include "web/pages/readings.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/story_list.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Look;

constexpr std::size_t looks_on_a_page = 20;

struct Chosen {
    std::string person, month; // of a worker, in hex; "2026-12"; empty: all
    std::size_t page = 1;
};

std::string month_code(const Look& look) { return first(calendar::iso(calendar::london_day(look.at)), 7); }

std::string month_words(const std::string& code) {
    auto day = calendar::parse_day(code + "-01");
    if (!day)
        return "";
    auto words = split(calendar::in_words(*day), ' ');
    return words[1] + " " + words[2];
}

Chosen chosen_of(const Call& call) {
    Chosen chosen;
    chosen.person = std::string(call.request.query.get("person"));
    chosen.month = std::string(call.request.query.get("month"));
    auto text = call.request.query.get("page");
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    chosen.page = static_cast<std::size_t>(std::clamp(page, 1, 10000));
    return chosen;
}

Url list_path(const access::OpenRecord& open, const Chosen& chosen) {
    return path("/children/{}/readings?person={}&month={}&page={}", open.record.hex(), chosen.person, chosen.month, std::to_string(chosen.page));
}

std::vector<const Look*> matching(const std::vector<Look>& looks, const Chosen& chosen) {
    std::vector<const Look*> found;
    for (const auto& look : looks)
        if ((chosen.person.empty() || look.worker.hex() == chosen.person) && (chosen.month.empty() || month_code(look) == chosen.month))
            found.push_back(&look);
    return found;
}

Select select_of(const std::string& name, std::string_view label, const std::string& value, std::string all) {
    Select select;
    select.id = select.name = name;
    select.label.words = label;
    select.value = value;
    select.options.push_back({std::move(all), "", {}, {}, {}});
    return select;
}

Html filter_of(const access::OpenRecord& open, const std::vector<Look>& looks, const Chosen& chosen, std::size_t found) {
    auto person = select_of("person", "Person", chosen.person, "everybody");
    auto month = select_of("month", "Month", chosen.month, "every month");
    std::map<std::string, std::string> people; // name before number, so that the list is by name
    std::set<std::string, std::greater<>> months;
    for (const auto& look : looks) {
        people[look.full_name + "\n" + look.worker.hex()] = look.worker.hex();
        months.insert(month_code(look));
    }
    Filter filter;
    for (const auto& [name, number] : people) {
        person.options.push_back({split(name, '\n').front(), number, {}, {}, {}});
        if (number == chosen.person)
            filter.chosen.push_back({split(name, '\n').front(), list_path(open, {"", chosen.month, 1})});
    }
    for (const auto& code : months) {
        month.options.push_back({month_words(code), code, {}, {}, {}});
        if (code == chosen.month)
            filter.chosen.push_back({month_words(code), list_path(open, {chosen.person, "", 1})});
    }
    filter.action = path("/children/{}/readings", open.record.hex());
    filter.fields = select(person) + select(month);
    filter.found = plural(found, "look", "looks") + " found";
    return web::filter(filter);
}

Phrase what_was_opened(const access::OpenRecord& open, const Look& look) {
    if (!look.entry)
        return "the record";
    const auto* story = open.child->find(*look.entry);
    if (!story)
        return "an entry";
    return html("<a class=\"govuk-link\" href=\"{}\">{}, {}</a>", path("/children/{}/entries/{}", open.record.hex(), story->entry.id.hex()), title_of(*story),
                calendar::in_words(story->day()));
}

Html table_of(const access::OpenRecord& open, const std::vector<const Look*>& found, std::size_t page) {
    Table table;
    table.caption = "Who has looked";
    table.caption_classes = "govuk-visually-hidden";
    table.head = std::vector<Cell>{{"Day"}, {"Name"}, {"Job"}, {"Why they could"}, {"What was opened"}};
    for (std::size_t i = (page - 1) * looks_on_a_page; i < std::min(found.size(), page * looks_on_a_page); ++i)
        table.rows.push_back({{calendar::in_words(found[i]->at)}, {found[i]->full_name}, {found[i]->designation}, {found[i]->why},
                              {what_was_opened(open, *found[i])}});
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who has looked\">{}</div>", web::table(table));
}

Html pages_of(const access::OpenRecord& open, const Chosen& chosen, std::size_t found) {
    Pagination ways;
    if (chosen.page > 1)
        ways.previous = PageLink{list_path(open, {chosen.person, chosen.month, chosen.page - 1}), "Newer", {}, {}};
    if (chosen.page * looks_on_a_page < found)
        ways.next = PageLink{list_path(open, {chosen.person, chosen.month, chosen.page + 1}), "Older", {}, {}};
    return ways.previous || ways.next ? pagination(ways) : Html();
}

Response show_readings(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto looks = house.door.readings(caller.visitor, *open, {});
    if (!looks)
        return not_found(house);
    auto chosen = chosen_of(call);
    auto found = matching(*looks, chosen);
    auto frame = child_frame(house, caller, *open, "Who has looked");
    frame.print = print_frame(house, caller, *open, "Who has looked");
    bool nobody_else = std::all_of(looks->begin(), looks->end(), [&](const Look& look) { return look.worker == caller.worker(); });
    auto top = html("<p class=\"govuk-body\">{} can read this page.</p>", open->child->first_name()) +
               (nobody_else ? html("<p class=\"govuk-body\">Nobody but you.</p>") : Html());
    return shown(frame, child_navigation(*open, "readings") + top + filter_of(*open, *looks, chosen, found.size()) + table_of(*open, found, chosen.page) +
                            pages_of(*open, chosen, found.size()));
}

} // namespace

std::vector<http::Route> readings_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/readings", http::Reach::Worker, to(show_readings)}};
}

} // namespace lifestory::web::pages
