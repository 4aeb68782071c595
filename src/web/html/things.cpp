// Things to look at, as they stand on the page before any script; assets/js/findings.js writes the same
// markup anew.
#include "web/html/ours.h"

#include "web/html/choices.h"

namespace lifestory::web {

namespace {

Html keep_choice(const FindingCard& card, const std::string& possessive) {
    auto name = "keep-" + card.id;
    Radios group{.name = name, .value = card.kept_reason};
    group.choices = {Choice{.words = "It is " + possessive + " own word", .value = "own-word"},
                     Choice{.words = "It must be said plainly", .value = "plainly"},
                     Choice{.words = "Another reason", .value = "other"}};
    group.fieldset = Fieldset{
        .legend = {.words = html("Keep mine, because<span class=\"govuk-visually-hidden\">: {}</span>",
                                 card.message),
                   .classes = "govuk-fieldset__legend--s"}};
    group.classes = "govuk-radios--small";
    return radios(group);
}

Html finding_card(const FindingCard& card, const ThingsToLookAt& given) {
    Html use, keep;
    if (!card.suggestion.empty())
        use = html("<p class=\"govuk-body app-finding__use\">Use \"{}\"</p>", card.suggestion);
    if (given.keep == KeepChoice::Shown)
        keep = keep_choice(card, given.possessive);
    Html go;
    if (!card.item.empty())
        go = html(
            "<p class=\"govuk-body app-finding__go\"><a class=\"govuk-link\" href=\"{}\">Go to these words"
            "<span class=\"govuk-visually-hidden\">: {}</span></a></p>",
            url("#" + card.item), card.message);
    auto rest = Attributes()
                    .add("id", "finding-" + card.id)
                    .add("data-finding", card.id)
                    .add("data-item", card.item)
                    .add_filled("data-words", card.words)
                    .add_filled("data-suggestion", card.suggestion)
                    .add_filled("data-kept", card.kept_reason)
                    .add("data-start", std::to_string(card.start))
                    .add("data-end", std::to_string(card.end));
    return html(
        "<li class=\"app-card app-finding\"{}><p class=\"govuk-body app-finding__message\">{}</p>{}{}{}</li>",
        rest, card.message, use, keep, go);
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
