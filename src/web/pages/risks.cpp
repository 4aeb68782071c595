#include "web/pages/risks.h"

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/owed.h"
#include "web/pages/plan.h"

namespace lifestory::web::pages {

namespace {

using record::Risk;

constexpr std::size_t letters_of_title = 110;

Url path_of(const access::OpenRecord& open, const record::StoryEntry& story) { return path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()); }

Html action_line(const access::OpenRecord& open, const Risk& risk, const record::PlannedAction& one) {
    const auto& action = one.action;
    auto who = action.who.empty() ? std::string("nobody is named") : action.who;
    auto by = action.by ? ", by " + calendar::in_words(*action.by) : std::string();
    auto from = one.from == risk.said ? Html()
                                      : html(" From the <a class=\"govuk-link\" href=\"{}\">plan of {}</a>.", path_of(open, *one.from), calendar::in_words(one.from->day()));
    return html("<li><strong>{}.</strong> {}: {}{}.{}</li>", one.is_done() ? "Done" : "To do", action.what, who, by, from);
}

Html done_about_it(const access::OpenRecord& open, const Risk& risk) {
    Html rows;
    for (const auto& one : risk.actions)
        rows += action_line(open, risk, one);
    return rows.empty() ? html("<strong>Nothing is to be done about it yet.</strong>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

Html risk_card(const access::OpenRecord& open, const Risk& risk) {
    SummaryList list;
    const auto title = danger_in_short(risk);
    list.card = SummaryCard{Phrase(title), 3, {}, {}, {}, {}, {}};
    list.card->actions.push_back({path_of(open, *risk.said), "Read it", "as it was written on " + calendar::in_words(risk.said->day()), {}, {}});
    auto add = [&](std::string key, const Html& value) { list.rows.push_back({{Phrase(std::move(key)), ""}, {Phrase(value), ""}, "", {}, ""}); };
    if (title != risk.danger)
        add("What could happen", paragraphs(risk.danger));
    const auto name = open.child->first_name();
    add("What keeps " + name + " safe from it", risk.strengths.empty() ? html("<strong>Nothing is written down.</strong>") : paragraphs(risk.strengths));
    add("What is done about it", done_about_it(open, risk));
    if (!risk.needed.empty())
        add("What needs to be different", paragraphs(risk.needed));
    if (!risk.scale.empty())
        add("How safe, from 0 to 10", html("{}", risk.scale));
    return summary_list(list);
}

} // namespace

std::string danger_in_short(const Risk& risk) {
    auto line = split(risk.danger, '\n').front();
    auto cut = first(line, letters_of_title);
    return cut.size() < line.size() ? cut + " ..." : cut;
}

Html risks_of(const access::OpenRecord& open) {
    Html cards, alone;
    for (const auto& risk : record::risks_in(*open.child)) {
        cards += risk_card(open, risk);
        if (risk.has_neither())
            alone += html("<li>{}</li>", danger_in_short(risk));
    }
    if (cards.empty())
        return Html();
    auto listed = alone.empty() ? Html()
                                : inset_text({html("<p>Nothing that keeps {} safe, and nothing to be done, is written down beside:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>",
                                                   open.child->first_name(), alone),
                                              {}, {}, {}});
    return html("<h2 class=\"govuk-heading-m\">What could happen, and what keeps {} safe</h2>{}{}", open.child->first_name(), listed, cards);
}

Html risks_with_neither(std::span<const access::OpenRecord> records) {
    WorkList list;
    list.title = "Dangers with nothing beside them";
    for (const auto& open : records)
        if (sees_all(open))
            for (const auto& risk : record::risks_in(*open.child))
                if (risk.has_neither())
                    list.rows.push_back({html("{}: {}", open.child->name(), danger_in_short(risk)), Phrase("no strength and no action"),
                                         html("<a class=\"govuk-link\" href=\"{}\">{} plan</a>", plan_path(open.record), possessive(open.child->first_name()))});
    return list.rows.empty() ? Html() : work_list(list);
}

} // namespace lifestory::web::pages
