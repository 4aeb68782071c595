#include "web/pages/at_a_glance.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "casework/placement.h"
#include "record/facts.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/facts.h"
#include "web/pages/owed.h"
#include "web/pages/people.h"
#include "web/pages/plan.h"
#include "web/pages/risks.h"

namespace lifestory::web::pages {

namespace {

using record::StoryEntry;

constexpr std::size_t letters_of_line = 160;

struct Glance {
    const House& house;
    const access::OpenRecord& open;
    const Judged& judged;
    const record::Child& child() const { return *open.child; }
};

std::string in_short(const std::string& words) {
    auto line = split(trim(words), '\n').front();
    auto cut = first(line, letters_of_line);
    return cut.size() < trim(words).size() ? cut + " ..." : cut;
}

Html to_entry(const Glance& at, const StoryEntry& story) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}, {}</a>", path("/children/{}/entries/{}", at.open.record.hex(), story.entry.id.hex()), capital(story.name()),
                calendar::in_words(story.day()));
}

Html not_written(std::string_view words) { return html("<span class=\"app-quiet\">{}</span>", words); }

Html home(const Glance& at) {
    const auto with = lives_with(at.child(), *at.open.family, at.house.today());
    const auto where = casework::where_on(at.child(), *at.open.family, at.house.today());
    if (!where.is_known())
        return not_written("Nobody has written down where.");
    const bool says_with_whom = fold(with).find(fold(where.name)) != std::string::npos;
    auto words = with.empty() ? where.name : says_with_whom ? "with " + with : where.name + ": with " + with;
    auto kinds = where.placement ? join(where.placement->now().form.chosen("placement-kind"), ", ") : std::string();
    if (!kinds.empty() && fold(words).find(fold(kinds)) == std::string::npos)
        words = kinds + ", " + words;
    return html("{}", capital(words));
}

// What the law says, then the plans and stages that hold; "none" is said, so that nobody has to look for it.
Html legal(const Glance& at) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kinds{{{"legal-status", "status"}, {"order", "order"}}};
    std::vector<std::string> lines;
    for (const auto* episode : at.child().episodes_on(at.house.today()))
        for (const auto& [type, item] : kinds)
            if (episode->now().form.record_type == type)
                for (const auto& value : episode->now().form.chosen(item))
                    lines.push_back(value + " since " + calendar::in_words(episode->now().started));
    auto none = lines.empty() ? html("No order or legal status is written down. ") : Html();
    for (auto& line : status_lines(at.house.pack(), at.judged.statuses, at.house.today()))
        lines.push_back(std::move(line));
    return none + html("{}{}", join(lines, ". "), lines.empty() ? "" : ".");
}

Html needs(const Glance& at) {
    std::vector<std::string> lines;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> asked{{{"needs", ""}, {"need-code", ""}, {"disability", ""}, {"health", ""},
        {"allergy", "allergy: "}, {"medicine", "medicine: "}, {"special-needs", "special educational needs: "}, {"communication", "what helps when we talk: "}}};
    for (const auto& [fact, label] : asked)
        if (auto history = at.child().facts.find(std::string(fact)); history != at.child().facts.end())
            for (const auto& value : record::values_now(history->second, at.house.today()))
                if (value != "no")
                    lines.push_back(std::string(label) + in_short(value));
    if (lines.empty())
        return not_written("Nothing is written down.");
    for (auto& line : lines)
        while (line.ends_with('.') && !line.ends_with(" ..."))
            line.pop_back();
    return html("{}. <a class=\"govuk-link\" href=\"{}\">The facts</a>", join(lines, ". "), facts_path(at.open.record));
}

// Where no danger has a statement of its own: what an entry last said of it.
Html said_last(const Glance& at) {
    const StoryEntry* newest = nullptr;
    std::string words;
    for (const auto& story : at.child().story)
        for (const auto* item : {"worries", "risk"})
            if (story.form() && story.form()->find(item) && !story.withdrawn() && (!newest || newest->day() <= story.day()))
                if (auto now = record::words_now(story, item); !is_blank(now)) {
                    newest = &story;
                    words = in_short(now);
                }
    return newest ? html("{} {}", words, to_entry(at, *newest)) : not_written("No danger is written down.");
}

Html dangers(const Glance& at) {
    const auto risks = record::risks_in(at.child());
    if (risks.empty())
        return said_last(at);
    Html rows;
    for (const auto& risk : risks)
        rows += html("<li>{}{}</li>", danger_in_short(risk), risk.has_neither() ? html(" <strong>Nothing is beside it yet.</strong>") : Html());
    return html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul><a class=\"govuk-link\" href=\"{}\">What keeps {} safe</a>", rows, plan_path(at.open.record), at.child().first_name());
}

Html plan(const Glance& at) {
    const auto plans = record::plans_in(at.child());
    const auto papers = plan_papers(at.house, at.child());
    if (plans.empty())
        return html("No plan with goals is written yet. {}<a class=\"govuk-link\" href=\"{}\">Plan</a>",
                    papers.empty() ? Html() : html("There is the {}. ", to_entry(at, *papers.front())), plan_path(at.open.record));
    const auto* newest = plans.front();
    const auto goals = record::goals_in(*newest);
    std::size_t late = 0;
    for (const auto& action : record::actions_for(at.child(), *newest))
        late += action.action.by && *action.action.by < at.house.today() && !action.is_done() ? 1u : 0u;
    const auto kind = join(newest->form()->chosen("plan-kind"), ", ");
    return html("<a class=\"govuk-link\" href=\"{}\">{}, {}</a>: {}{}", plan_path(at.open.record), capital(kind.empty() ? newest->name() : kind), calendar::in_words(newest->day()),
                plural(goals.size(), "goal", "goals"), late == 0 ? std::string() : ", " + plural(late, "thing is late", "things are late"));
}

Html last_visit(const Glance& at) {
    const auto seen = capital(last_seen_words(at.child(), at.house.today()));
    const auto* visit = at.child().last_seen(at.house.today());
    return visit ? html("{}. {}", seen, to_entry(at, *visit)) : html("{}.", seen);
}

} // namespace

Html at_a_glance(const House& house, const access::OpenRecord& open, const Judged& judged) {
    if (!sees_all(open))
        return Html();
    const Glance at{house, open, judged};
    SummaryList list;
    list.classes = "app-glance";
    auto add = [&](std::string_view key, const Html& value) { list.rows.push_back({{Phrase(std::string(key)), ""}, {Phrase(value), ""}, "", {}, ""}); };
    add("Dangers now", dangers(at));
    add("Home", home(at));
    add("Legal status", legal(at));
    add("Needs", needs(at));
    add("Plan", plan(at));
    add("Last visit", last_visit(at));
    return html("<section aria-labelledby=\"glance\"><h2 class=\"govuk-heading-m\" id=\"glance\">How things are now</h2>{}</section>", summary_list(list));
}

} // namespace lifestory::web::pages
