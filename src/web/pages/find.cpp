#include "web/pages/find.h"

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/opening.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Response look_for(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    Search search{said(call, "words"), said(call, "born")};
    auto number = house.searches.keep(desk::short_hash(caller.session), search, house.now());
    return redirect(path("/searches/{}", number.hex()));
}

std::string age_of(const access::Named& who, calendar::Day today) {
    return who.born ? ", " + std::to_string(calendar::age_on(*who.born, today)) : "";
}

std::string worker_words(const access::Found& found) {
    if (!found.worker)
        return "";
    return found.worker->full_name + ", " + found.worker->designation + ", " + found.worker->team + (found.telephone.empty() ? "" : ", " + found.telephone);
}

Html child_card(const House& house, const access::Found& found) {
    auto name = found.who.name();
    auto also = found.who.full_name != name ? " (" + found.who.full_name + ")" : std::string();
    Html lines = html("<p class=\"govuk-body\">{}</p>", capital(born_words(found.who)));
    if (!found.lives_with.empty())
        lines += html("<p class=\"govuk-body\">Lives with {}</p>", found.lives_with);
    if (auto worker = worker_words(found); !worker.empty())
        lines += html("<p class=\"govuk-body\">{}</p>", worker);
    lines += html("<p class=\"govuk-body app-quiet\">Why this one: {}</p>", found.why);
    if (found.may_open && found.who.child)
        lines += html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{} record</a></p>", path("/children/{}", found.who.child->hex()), possessive(split(name, ' ').front()));
    SummaryCard card;
    card.title = name + also + age_of(found.who, house.today());
    return summary_card(card, lines);
}

// "Maureen Barrow, nan of Tilly and Reece".
Html relative(const access::Found& found) {
    std::vector<std::string> children;
    Html links;
    for (const auto& child : found.children) {
        auto first_name = split(child.name(), ' ').front();
        children.push_back(first_name);
        if (child.child)
            links += html(" <a class=\"govuk-link\" href=\"{}\">{} record</a>", path("/children/{}", child.child->hex()), possessive(first_name));
    }
    auto relation = found.relation.empty() ? "in the family of" : found.relation + " of";
    return html("<li>{}, {} {}.{}</li>", found.who.full_name, relation, join(children, " and "), links);
}

Html again(const Caller& caller, const Search& search) {
    TextInput words;
    words.id = "find-again";
    words.name = "words";
    words.value = search.words;
    words.label.words = "Name, date of birth, or both";
    words.hint.words = "Spelling need not be right. A date like 14 3 2015.";
    words.classes = "govuk-input--width-20";
    Button find{"Find"};
    return post_form({url("/searches"), caller.session.csrf, "", text_input(words) + button(find)});
}

Response show_found(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto number = SearchNumber::parse(call.parameter("search"));
    auto search = number ? house.searches.find(desk::short_hash(caller.session), *number) : std::nullopt;
    if (!search)
        return not_found(house);
    auto found = house.door.find(caller.visitor, trim(search->words + " " + search->born), house.now());
    Html cards, relatives;
    std::size_t children = 0;
    for (const auto& one : found) {
        if (one.who.child) {
            ++children;
            cards += child_card(house, one);
        } else {
            relatives += relative(one);
        }
    }
    auto frame = frame_for(house, caller);
    frame.act = "Find a child";
    frame.heading = "Find a child";
    frame.found_words = search->words;
    auto count = children == 0 ? html("<p class=\"govuk-body-l\">No child found. Check the spelling, or try the date of birth alone.</p>")
                               : html("<p class=\"govuk-body-l\">{} found</p>", plural(children, "child", "children"));
    if (!relatives.empty())
        cards += html("<h2 class=\"govuk-heading-m\">Someone in the family</h2><ul class=\"govuk-list\">{}</ul>", relatives);
    Details not_here;
    not_here.summary = "Not here? Look again with a date of birth";
    not_here.content = again(caller, *search);
    not_here.is_open = children == 0;
    auto looked_for = access::wanted(trim(search->words + " " + search->born));
    bool looked_well = looked_for.born && !looked_for.words.empty(); // then no one else is there of this name and day
    return shown(frame, count + cards + details(not_here) + (looked_well || children == 0 ? opening_button(house, caller.visitor) : Html()));
}

} // namespace

std::string born_words(const access::Named& who) {
    if (who.born)
        return "born " + calendar::in_words(*who.born);
    return who.expected ? "expected " + calendar::in_words(*who.expected) : "date of birth not known";
}

std::vector<http::Route> find_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Post, "/searches", http::Reach::Worker, to(look_for)},
            {http::Method::Get, "/searches/{search}", http::Reach::Worker, to(show_found)}};
}

} // namespace lifestory::web::pages
