#include "web/pages/papers.h"

#include <algorithm>

#include "web/html/components.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

// The time of a plan or of an order can be there without its paper.
bool has_words(const record::StoryEntry& story) {
    return story.form() && std::ranges::any_of(story.form()->answers, [](const auto& answer) {
        return std::holds_alternative<record::Text>(answer.value) || std::holds_alternative<record::Actions>(answer.value) || std::holds_alternative<record::Files>(answer.value);
    });
}

bool is_of_days(const Paper& paper) { return paper.there && std::holds_alternative<record::Episode>(paper.there->entry.content) && !has_words(*paper.there); }

Html state_of(const access::OpenRecord& open, const Paper& paper) {
    if (!paper.there)
        return html("<strong class=\"govuk-tag govuk-tag--yellow\">Missing</strong> since {}", calendar::in_words(paper.owed->starts_on));
    if (is_of_days(paper))
        return html("Its days are written down, from {}; what it says is not", calendar::in_words(paper.there->day()));
    return html("There, of <a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}</span></a>",
                path("/children/{}/entries/{}", open.record.hex(), paper.there->entry.id.hex()), calendar::in_words(paper.there->day()), paper.owed->name);
}

} // namespace

bool is_paper(const policy::Pack& pack, const policy::Obligation& owed) {
    auto rule = std::find_if(pack.frequencies.begin(), pack.frequencies.end(), [&](const auto& one) { return one.rule.full_id() == owed.rule; });
    auto every = rule == pack.frequencies.end() || !rule->every ? std::nullopt : pack.count(*rule->every, owed.starts_on);
    return every && every->unit == calendar::Unit::Once && !rule->out_of && !is_about_the_reason(owed);
}

std::vector<Paper> papers_of(const House& house, const access::OpenRecord& open, const Judged& judged) {
    std::vector<Paper> papers;
    for (const auto& owed : judged.obligations)
        if (is_paper(house.pack(), owed))
            papers.push_back({&owed, owed.met_by ? open.child->find(*owed.met_by) : nullptr});
    std::stable_sort(papers.begin(), papers.end(), [](const Paper& left, const Paper& right) {
        return std::tuple(left.there != nullptr, left.owed->name) < std::tuple(right.there != nullptr, right.owed->name);
    });
    return papers;
}

Html papers_table(const House& house, const access::OpenRecord& open) {
    const auto judged = judge(house, open);
    const auto papers = papers_of(house, open, judged);
    if (papers.empty())
        return Html();
    Table table;
    table.caption = "What this record should hold by now";
    table.head = std::vector<Cell>{{"Paper"}, {"Is it there?"}, {"What to do"}};
    for (const auto& paper : papers) {
        auto way = paper.there && !is_of_days(paper) ? Html() : html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}</span></a>",
                                               path_to_meet(house, open.record, *paper.owed), act_words(house, *paper.owed), paper.owed->name);
        table.rows.push_back({{noun(house, *paper.owed)}, {Phrase(state_of(open, paper))}, {Phrase(way)}});
    }
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What this record should hold by now\">{}</div>", web::table(table));
}

} // namespace lifestory::web::pages
