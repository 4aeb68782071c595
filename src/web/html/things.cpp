// Things to look at, as they stand on the page before any script; assets/js/findings.js writes the same
// markup anew.
#include "web/html/ours.h"

#include "web/html/choices.h"

namespace lifestory::web {

namespace {

// What a press or a choice is about, for who hears it alone.
Phrase spoken(const FindingCard& card) { return card.quote.empty() ? card.message : Phrase(html("{} “{}”", card.message, card.quote)); }

// One choice alone is a box to tick. On the page that checks the empty value before it takes back what was ticked before.
Html leave_in(const FindingCard& card, const std::string& name, Presses presses) {
    Checkboxes box{.name = name};
    box.id_prefix = name;
    const auto& [value, words] = card.keep.front();
    box.choices = {Choice{.words = html("{}<span class=\"govuk-visually-hidden\">: {}</span>", words, spoken(card)), .value = value}};
    if (card.kept_reason == value)
        box.values = {value};
    box.error = card.error;
    box.classes = "govuk-checkboxes--small";
    return (presses == Presses::Shown ? html("<input type=\"hidden\" name=\"{}\" value=\"\">", name) : Html()) + checkboxes(box);
}

Html keep_choice(const FindingCard& card, const ThingsToLookAt& given) {
    auto name = "keep-" + card.id;
    if (card.keep.size() == 1)
        return leave_in(card, name, given.presses);
    Radios group{.name = name, .value = card.kept_reason};
    group.id_prefix = name;
    for (const auto& [value, words] : card.keep)
        group.choices.push_back(Choice{.words = words, .value = value});
    group.fieldset = Fieldset{
        .legend = {.words = html("Keep mine, because<span class=\"govuk-visually-hidden\">: {}</span>",
                                 spoken(card)),
                   .classes = "govuk-fieldset__legend--s"}};
    group.error = card.error;
    group.classes = "govuk-radios--small";
    return radios(group);
}

Html press_button(const FindingCard& card) {
    return html("<p class=\"govuk-body app-finding__use\"><button type=\"submit\" class=\"app-quiet-button\" name=\"then\" value=\"{}\">{}"
                "<span class=\"govuk-visually-hidden\">: {}</span></button></p>",
                "press." + card.id, card.press, spoken(card));
}

Html move_buttons(const FindingCard& card) {
    Html buttons;
    for (const auto& [value, words] : card.moves)
        buttons += html("<button type=\"submit\" class=\"app-quiet-button\" name=\"then\" value=\"{}\" formnovalidate>{}"
                        "<span class=\"govuk-visually-hidden\">: {}</span></button>",
                        value, words, spoken(card));
    return html("<p class=\"govuk-body app-finding__use\">{}</p>", buttons);
}

Html link_line(std::string_view words, const FindingCard& card, const Url& to) {
    return html("<p class=\"govuk-body app-finding__go\"><a class=\"govuk-link\" href=\"{}\">{}"
                "<span class=\"govuk-visually-hidden\">: {}</span></a></p>",
                to, words, spoken(card));
}

Html finding_card(const FindingCard& card, const ThingsToLookAt& given) {
    auto rest_of_card = card.quote.empty() ? Html() : html("<p class=\"govuk-body app-finding__quote\">“{}”</p>", card.quote);
    if (!card.suggestion.empty())
        rest_of_card += html("<p class=\"govuk-body app-finding__use\">Use \"{}\"</p>", card.suggestion);
    if (card.at)
        rest_of_card += link_line(card.link, card, *card.at);
    if (!card.press.empty() && given.presses == Presses::Shown)
        rest_of_card += press_button(card);
    if (!card.moves.empty())
        rest_of_card += move_buttons(card);
    if (given.keep == KeepChoice::Shown && !card.keep.empty())
        rest_of_card += keep_choice(card, given);
    if (!card.item.empty())
        rest_of_card += link_line("Go to these words", card, url(given.page.text() + "#" + card.item));
    auto rest = Attributes()
                    .add("id", "finding-" + card.id)
                    .add("data-finding", card.id)
                    .add("data-item", card.item)
                    .add_filled("data-words", card.words)
                    .add_filled("data-quote", card.quote)
                    .add_filled("data-row", card.row)
                    .add_filled("data-suggestion", card.suggestion)
                    .add_filled("data-kept", card.kept_reason)
                    .add_filled("data-press", card.press)
                    .add_filled("data-instead", card.instead)
                    .add_filled("data-link", card.link)
                    .add_filled("data-at", card.at ? card.at->text() : "")
                    .add("data-start", std::to_string(card.start))
                    .add("data-end", std::to_string(card.end));
    if (card.keep.size() == 1)
        rest.add("data-keep", card.keep.front().first).add("data-keep-words", card.keep.front().second);
    return html(
        "<li class=\"app-card app-finding\"{}><p class=\"govuk-body app-finding__message\">{}</p>{}</li>",
        rest, card.message, rest_of_card);
}

Html when_shown(WhenShown when) {
    Radios group{.name = "show-things", .value = when == WhenShown::AsIWrite ? "as-i-write" : "when-i-check"};
    group.choices = {Choice{.words = "as I write", .value = "as-i-write"},
                     Choice{.words = "when I check", .value = "when-i-check"}};
    group.fieldset = Fieldset{.legend = {.words = "Show these"}};
    group.classes = "govuk-radios--small govuk-radios--inline";
    group.group.classes = "app-with-script";
    return radios(group);
}

} // namespace

Html enter_presses_nothing() { return html("<button type=\"submit\" disabled hidden>Nothing</button>"); }

Html things_to_look_at(const ThingsToLookAt& given) {
    Html cards;
    std::size_t open = 0;
    for (const auto& card : given.findings) {
        cards += finding_card(card, given);
        open += card.kept_reason.empty() ? 1 : 0;
    }
    Html choice = given.when ? when_shown(*given.when) : Html();
    auto title = heading(given.heading_level, "govuk-heading-s",
                         html("Things to look at (<span id=\"things-count\">{}</span>)", open),
                         Attributes().add("id", "things-title"));
    return html("<section class=\"app-things\" id=\"things\" aria-labelledby=\"things-title\" "
                "data-possessive=\"{}\">{}"
                "<ol class=\"app-things__list\" id=\"things-list\">{}</ol>"
                "<p class=\"govuk-visually-hidden\" role=\"status\" id=\"things-spoken\"></p>{}</section>",
                given.possessive, title, cards, choice);
}

} // namespace lifestory::web
