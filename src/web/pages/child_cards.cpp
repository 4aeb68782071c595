#include "web/pages/child_cards.h"

#include <algorithm>

#include "base/text.h"
#include "record/facts.h"
#include "record/homes.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/genogram.h"
#include "web/pages/owed.h"
#include "web/pages/words.h"

namespace lifestory::web::pages {

namespace {

std::string say_not(const record::BasicDetail& word) { return "Say \"" + word.value + "\", not \"" + word.instead_of + "\"."; }

// From the facts, each with its day; what nobody has said is left out.
Html said_of_me(const access::OpenRecord& open, calendar::Day today) {
    static const std::vector<std::pair<std::string, std::string_view>> asked{
        {"likes", "I like"}, {"dislikes", "I do not like"}, {"interests", "What interests me"}, {"achievements", "I am proud of"},
        {"strengths", "What I am good at, and what helps"}, {"earlier-name", "Name of before"}, {"first-language", "First language"},
        {"other-language", "I also speak"}, {"communication", "What helps when we talk"}, {"how-to-be-with", "How to come and be with me"},
        {"religion", "Religion"}, {"ethnicity", "Ethnicity"}, {"disability", "Disability"}};
    Html rows;
    for (const auto& [fact, label] : asked)
        if (auto history = open.child->facts.find(fact); history != open.child->facts.end())
            for (const auto& spell : record::over_time(history->second, today).now)
                rows += html("<li>{}: {}{}</li>", label, spell.value(), spell.since ? " (since " + calendar::in_words(*spell.since) + ")" : std::string());
    if (rows.empty())
        return Html();
    Details more;
    more.summary = "More about who I am";
    more.content = html("<ul class=\"govuk-list\">{}</ul>", rows);
    return details(more);
}

SideCard who_i_am(const access::OpenRecord& open, calendar::Day today) {
    const auto& child = *open.child;
    SideCard card;
    card.title = "Who I am";
    auto about = child.fact("about-me");
    if (about.empty())
        card.content = html("<p class=\"govuk-body\">{} has not told us what matters to {} yet.</p>", child.first_name(),
                            pronouns_of(child, *open.family).object);
    else
        card.content = voice_block({Voice::Child, possessive(child.first_name()) + " words", paragraphs(about), {}, {}, {}});
    if (sees_all(open))
        card.content += said_of_me(open, today);
    return card;
}

SideCard who_is_in_my_life(const House& house, const access::OpenRecord& open) {
    SideCard card;
    card.title = "Who is in my life";
    const auto& family = *open.family;
    Html rows;
    if (open.child->person) {
        const auto* home = family.household_of(*open.child->person, house.today());
        const auto there = home ? record::living_at(family, *home, house.today()) : std::vector<PersonNumber>();
        for (const auto* person : family.related_to(*open.child->person)) {
            auto who = capital(family.who_to(person->person, *open.child->person, house.today()));
            auto name = person->known_as.empty() ? person->full_name : person->known_as + " (" + person->full_name + ")";
            bool lives_here = std::find(there.begin(), there.end(), person->person) != there.end();
            auto aside = person->died ? ", died " + calendar::in_words(*person->died) : lives_here ? ", I live with " + std::string(person->pronouns.starts_with("he") ? "him" : person->pronouns.starts_with("she") ? "her" : "them") : "";
            rows += html("<li>{}{}{}</li>", who.empty() ? "" : who + ": ", name, aside);
        }
    }
    auto drawing = sees_all(open) ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">All my people, drawn</a></p>", genogram_path(open.record))
                                  : Html();
    card.content = (rows.empty() ? html("<p class=\"govuk-body\">Nobody yet. Ask {} who matters.</p>", open.child->first_name())
                                 : html("<ul class=\"govuk-list\">{}</ul>", rows)) + drawing;
    return card;
}

SideCard who_works_with_me(const House& house, const access::OpenRecord& open) {
    SideCard card;
    card.title = "Who works with me";
    Html rows;
    for (const auto* allocation : open.child->allocated_on(house.today())) {
        auto author = open.authority->author(allocation->worker);
        auto relation = house.pack().roles.find(allocation->relationship);
        auto what = allocation->relationship == "allocated-worker" ? std::string("my worker")
                    : relation != house.pack().roles.end()          ? relation->second.name
                                                                     : std::string("works with me too");
        rows += html("<li>{}, {}{}</li>", allocation->full_name, author ? author->designation + ", " : std::string(), what);
        auto manager = open.authority->manager_of(allocation->worker);
        const auto* who = manager && allocation->relationship == "allocated-worker" ? open.authority->worker(*manager) : nullptr;
        if (who)
            rows += html("<li>{}, {}, {} manager</li>", who->full_name, who->designation, possessive(split(allocation->full_name, ' ').front()));
    }
    if (auto night = open.child->fact("go-to-at-night"); !night.empty())
        rows += html("<li>Go to first at night: {}</li>", night);
    card.content = rows.empty() ? html("<p class=\"govuk-body\">Nobody works with {} now.</p>", open.child->first_name())
                                : html("<ul class=\"govuk-list\">{}</ul>", rows);
    return card;
}

} // namespace

Html child_cards(const House& house, const access::OpenRecord& open) {
    std::vector<Html> in_row;
    Html closed; // on a phone: the same three, closed
    for (const auto& card : {who_i_am(open, house.today()), who_is_in_my_life(house, open), who_works_with_me(house, open)}) {
        in_row.push_back(side_card(card));
        Details one;
        one.summary = card.title;
        one.content = card.content;
        closed += details(one);
    }
    return html("<div class=\"app-only-wide\">{}</div><div class=\"app-only-narrow\">{}</div>", cards_in_row(in_row), closed);
}

Html words_of_child(const access::OpenRecord& open, calendar::Day today) {
    auto words = open.child->words_to_use(today);
    if (words.empty())
        return Html();
    std::vector<std::string> sentences;
    for (const auto& word : words)
        sentences.push_back(say_not(word));
    return words_strip({possessive(open.child->first_name()) + " words", Phrase(join(sentences, " ")), words_path(open.record),
                        "All " + pronouns_of(*open.child, *open.family).possessive + " words"});
}

Html who_they_say_they_are(const access::OpenRecord& open, calendar::Day today) {
    if (!sees_all(open))
        return Html();
    const auto& child = *open.child;
    const auto* person = child.person ? open.family->person(*child.person) : nullptr;
    const bool is_said = !child.fact("pronouns").empty() || (person && !person->pronouns.empty());
    Html rows = html("<li>Name: {}</li>", child.name());
    rows += is_said ? html("<li>Pronoun: {}</li>", pronouns_of(child, *open.family).subject) : html("<li>Pronoun: not said yet. Write they, and ask.</li>");
    static const std::vector<std::pair<std::string, std::string_view>> named{
        {"gender", "Gender"}, {"ethnicity", "Ethnicity"}, {"religion", "Religion"}, {"nationality", "Nationality"}, {"disability", "Disability"}, {"first-language", "First language"}};
    for (const auto& [fact, label] : named)
        if (auto history = child.facts.find(fact); history != child.facts.end())
            for (const auto& value : record::values_now(history->second, today))
                rows += html("<li>{}: {}</li>", label, value);
    SideCard card;
    card.title = "Who " + child.first_name() + " is";
    card.content = html("<ul class=\"govuk-list\">{}</ul>", rows);
    return side_card(card);
}

std::vector<std::string> who_works_with(const access::OpenRecord& open, calendar::Day today) {
    std::vector<std::string> names;
    auto add = [&](const std::string& full_name) {
        auto name = split(full_name, ' ').front();
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    };
    for (const auto* allocation : open.child->allocated_on(today)) {
        if (allocation->relationship == "conference-chair") // leads a meeting, and works with nobody
            continue;
        add(allocation->full_name);
        auto manager = open.authority->manager_of(allocation->worker);
        const auto* who = manager && allocation->relationship == "allocated-worker" ? open.authority->worker(*manager) : nullptr;
        if (who)
            add(who->full_name);
    }
    return names;
}

} // namespace lifestory::web::pages
