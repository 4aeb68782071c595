#include "web/pages/workers.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/worker_account.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Worker;

constexpr std::size_t rows_on_a_page = 20;

// What the address chooses: those who have left, a name kept for this session, a page.
struct Chosen {
    bool left = false;
    std::string find, words;
    std::size_t page = 1;
};

Chosen chosen_of(const House& house, const Call& call) {
    const auto& query = call.request.query;
    Chosen chosen{query.get("left") == "yes", std::string(query.get("find")), "", 1};
    auto number = SearchNumber::parse(chosen.find);
    if (auto search = number ? house.searches.find(desk::short_hash(call.caller<Caller>().session), *number) : std::nullopt)
        chosen.words = search->words;
    else
        chosen.find.clear();
    chosen.page = static_cast<std::size_t>(std::clamp(std::strtol(std::string(query.get("page")).c_str(), nullptr, 10), 1L, 100'000L));
    return chosen;
}

std::string team_name(const record::Authority& authority, const Worker& worker) {
    const auto* team = authority.team(worker.team);
    return team ? team->name : std::string();
}

// Every word that was typed begins a word of the name.
bool is_named(const Worker& worker, const std::string& typed) {
    auto names = split(worker.full_name, ' ');
    auto begins = [&](const std::string& word) { return std::ranges::any_of(names, [&](const auto& name) { return starts_with_folded(name, word); }); };
    return std::ranges::all_of(split(typed, ' '), [&](const auto& word) { return word.empty() || begins(word); });
}

std::vector<const Worker*> found(const record::Authority& authority, const Chosen& chosen) {
    std::vector<const Worker*> all;
    for (const auto& one : authority.workers)
        if (one.now().working != chosen.left && is_named(one.now(), chosen.words))
            all.push_back(&one.now());
    std::ranges::stable_sort(all, {}, [&](const Worker* worker) { return std::pair(fold(team_name(authority, *worker)), fold(worker->full_name)); });
    return all;
}

Html table_of(const House& house, const record::Authority& authority, std::span<const Worker* const> workers) {
    Table table;
    table.head = std::vector<Cell>{{"Name"}, {"Job"}, {"Team"}, {"Manager"}, {"Account"}};
    for (const auto* worker : workers) {
        auto manager = authority.manager_of(worker->worker);
        const auto* above = manager ? authority.worker(*manager) : nullptr;
        table.rows.push_back({{html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/workers/{}", worker->worker.hex()), worker->full_name)}, {worker->designation},
                              {team_name(authority, *worker)}, {above ? above->full_name : std::string()}, {account_words(house, worker->worker)}});
    }
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Workers\">{}</div>", web::table(table));
}

Url page_at(const Chosen& chosen, std::size_t page) {
    return path("/workers?left={}&find={}&page={}", chosen.left ? "yes" : "", chosen.find, std::to_string(page));
}

Html pages_below(const Chosen& chosen, std::size_t count) {
    Pagination ways;
    if (chosen.page > 1)
        ways.previous = PageLink{page_at(chosen, chosen.page - 1), {}, {}, {}};
    if (chosen.page * rows_on_a_page < count)
        ways.next = PageLink{page_at(chosen, chosen.page + 1), {}, {}, {}};
    return ways.previous || ways.next ? pagination(ways) : Html();
}

Html find_form(const Call& call, const Chosen& chosen) {
    TextInput words;
    words.id = "find-worker";
    words.name = "words";
    words.value = chosen.words;
    words.label.words = "Find somebody by name";
    words.classes = "govuk-input--width-20";
    Button find{"Find by name"};
    find.classes = "govuk-button--secondary";
    return post_form({url("/workers"), call.caller<Caller>().session.csrf, "", text_input(words) + button(find)});
}

Html list_of(const House& house, const record::Authority& authority, const Chosen& chosen) {
    auto all = found(authority, chosen);
    auto from = std::min(all.size(), (chosen.page - 1) * rows_on_a_page);
    auto here = std::span(all).subspan(from, std::min(rows_on_a_page, all.size() - from));
    auto of_name = chosen.words.empty() ? Html() : html(" <a class=\"govuk-link\" href=\"{}\">Show everybody</a>", url("/workers"));
    auto count = html("<p class=\"govuk-body\">{} found.{}</p>", plural(all.size(), "worker", "workers"), of_name);
    return count + (here.empty() ? Html() : table_of(house, authority, here)) + pages_below(chosen, all.size());
}

Html others(const record::Authority& authority, const Chosen& chosen) {
    if (chosen.left)
        return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Those who work here</a></p>", url("/workers"));
    auto left = std::ranges::count_if(authority.workers, [](const auto& one) { return !one.now().working; });
    return left == 0 ? Html() : html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Those who have left ({})</a></p>", url("/workers?left=yes"), left);
}

Html teams_of(const record::Authority& authority) {
    auto teams = teams_to_choose(authority);
    teams.pop_back(); // "No team"
    Html rows;
    for (const auto& [number, name] : teams) {
        auto in_it = authority.workers_in(*TeamNumber::parse(number)).size();
        rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a>, {}</li>", path("/teams/{}", number), name, plural(in_it, "worker", "workers"));
    }
    auto list = rows.empty() ? html("<p class=\"govuk-body\">There is no team yet. Register the first, then its workers.</p>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    return html("<h2 class=\"govuk-heading-m\">Teams ({})</h2>{}", teams.size(), list);
}

Html only_one(const House& house) {
    if (administrators_with_account(house) > 1)
        return Html();
    return inset_text({html("<p>You are the only administrator who can sign in. Nobody could set your lost code anew: register a second one.</p>"), {}, {}, {}});
}

Html buttons() {
    Button worker{"Register a worker"}, team{"Register a team"};
    worker.href = url("/workers/registration");
    team.href = url("/teams/registration");
    team.classes = "govuk-button--secondary";
    return button_group({button(worker), button(team)});
}

// The name goes by post and is kept for the session, so that it stands in no address.
Response find_worker(const House& house, const Call& call) {
    auto words = first(said(call, "words"), 200);
    if (words.empty())
        return redirect(url("/workers"));
    auto number = house.searches.keep(desk::short_hash(call.caller<Caller>().session), {words, ""}, house.now());
    return redirect(path("/workers?find={}", number.hex()));
}

} // namespace

Response show_workers(const House& house, const Call& call) {
    auto chosen = chosen_of(house, call);
    auto authority = house.door.authority();
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = chosen.left ? "Those who have left" : "Workers";
    frame.heading = frame.act;
    frame.current = "/workers";
    return shown(frame, only_one(house) + buttons() + find_form(call, chosen) + list_of(house, *authority, chosen) + others(*authority, chosen) + teams_of(*authority));
}

std::vector<http::Route> workers_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/workers", http::Reach::Administrator, to(show_workers)},
            {http::Method::Post, "/workers", http::Reach::Administrator, to(find_worker)}};
}

} // namespace lifestory::web::pages
