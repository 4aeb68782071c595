// The markup of GOV.UK Frontend's blocks.
#include "web/html/blocks.h"

#include "web/html/parts.h"

namespace lifestory::web {

namespace {

std::string_view word_of(ButtonType type) {
    switch (type) {
    case ButtonType::Submit:
        return "submit";
    case ButtonType::Button:
        return "button";
    case ButtonType::Reset:
        return "reset";
    }
    return {};
}

Html arrow() {
    return html("<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
                "height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
                "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"></path></svg>");
}

Html error_item(const ErrorItem& item) {
    if (!item.href)
        return html("<li>{}</li>", item.words);
    return html("<li><a href=\"{}\"{}>{}</a></li>", *item.href, item.attributes, item.words);
}

Html panel_action(const PanelAction& action) {
    if (!action.href || action.button)
        return button({.words = action.words,
                       .classes = spaced("govuk-button--inverse", action.classes),
                       .href = action.href,
                       .type = action.button.value_or(ButtonType::Button),
                       .attributes = action.attributes});
    return html("<a class=\"{}\" href=\"{}\"{}>{}</a>",
                spaced("govuk-link govuk-link--inverse", action.classes), *action.href, action.attributes,
                action.words);
}

Html panel_actions(const Panel& given) {
    if (given.kind != PanelKind::Interruption || !given.actions)
        return {};
    Html buttons;
    for (const auto& action : *given.actions)
        buttons += panel_action(action);
    if (!buttons.empty())
        buttons = html("<div class=\"govuk-button-group\">{}</div>", buttons);
    return html("<div class=\"{}\"{}>{}</div>", spaced("govuk-panel__actions", given.actions_classes),
                given.actions_attributes, buttons);
}

} // namespace

Html heading(int level, std::string_view classes, const Phrase& words, const Attributes& attributes) {
    auto rest = Attributes().add_filled("class", classes).add(attributes);
    switch (level) {
    case 1:
        return html("<h1{}>{}</h1>", rest, words);
    case 2:
        return html("<h2{}>{}</h2>", rest, words);
    case 3:
        return html("<h3{}>{}</h3>", rest, words);
    case 4:
        return html("<h4{}>{}</h4>", rest, words);
    case 5:
        return html("<h5{}>{}</h5>", rest, words);
    default:
        return html("<h6{}>{}</h6>", rest, words);
    }
}

Html button(const Button& given) {
    auto classes = spaced("govuk-button", given.classes);
    Html words = given.words.html();
    if (given.start == Start::Yes) {
        classes = spaced(classes, "govuk-button--start");
        words += arrow();
    }
    auto common = Attributes().add("class", classes).add("data-module", "govuk-button");
    common.add(given.attributes).add_filled("id", given.id);
    if (given.href)
        return html("<a href=\"{}\" role=\"button\" draggable=\"false\"{}>{}</a>", *given.href, common,
                    words);
    Attributes own;
    own.add_filled("value", given.value).add_filled("name", given.name);
    if (given.is_disabled)
        own.add("disabled").add("aria-disabled", "true");
    if (given.prevents_double_press)
        own.add("data-prevent-double-click", yes_or_no(*given.prevents_double_press));
    return html("<button type=\"{}\"{}{}>{}</button>", word_of(given.type), own, common, words);
}

Html back_link(const BackLink& given) {
    return html("<a href=\"{}\" class=\"{}\"{}>{}</a>", given.href, spaced("govuk-back-link", given.classes),
                given.attributes, given.words);
}

Html details(const Details& given) {
    auto rest = Attributes().add_filled("id", given.id).add("class", spaced("govuk-details", given.classes));
    rest.add(given.attributes).add_if(given.is_open, "open");
    return html(
        "<details{}><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">{}"
        "</span></summary><div class=\"govuk-details__text\">{}</div></details>",
        rest, given.summary, given.content);
}

Html error_summary(const ErrorSummary& given) {
    Attributes rest;
    if (given.disables_focus)
        rest.add("data-disable-auto-focus", yes_or_no(*given.disables_focus));
    Html body;
    if (!given.description.empty())
        body += html("<p>{}</p>", given.description);
    Html items;
    for (const auto& item : given.errors)
        items += error_item(item);
    if (!items.empty())
        body += html("<ul class=\"govuk-list govuk-error-summary__list\">{}</ul>", items);
    return html(
        "<div class=\"{}\"{} data-module=\"govuk-error-summary\"><div role=\"alert\">"
        "<h2 class=\"govuk-error-summary__title\">{}</h2><div class=\"govuk-error-summary__body\">{}</div>"
        "</div></div>",
        spaced("govuk-error-summary", given.classes), rest.add(given.attributes), given.title, body);
}

Html inset_text(const InsetText& given) {
    auto rest = Attributes().add_filled("id", given.id).add(given.attributes);
    return html("<div class=\"{}\"{}>{}</div>", spaced("govuk-inset-text", given.classes), rest,
                given.content);
}

Html notification_banner(const NotificationBanner& given) {
    bool is_success = given.kind == BannerKind::Success;
    auto classes = spaced(is_success ? "govuk-notification-banner--success" : "", given.classes);
    Attributes rest;
    rest.add("role", or_else(given.role, is_success ? "alert" : "region"))
        .add("aria-labelledby", given.title_id);
    rest.add("data-module", "govuk-notification-banner");
    if (given.disables_focus)
        rest.add("data-disable-auto-focus", yes_or_no(*given.disables_focus));
    Phrase title = given.title.empty() ? Phrase(is_success ? "Success" : "Important") : given.title;
    Html content = given.content;
    if (content.empty() && !given.words.empty())
        content = html("<p class=\"govuk-notification-banner__heading\">{}</p>", given.words);
    return html("<div class=\"{}\"{}><div class=\"govuk-notification-banner__header\">{}</div>"
                "<div class=\"govuk-notification-banner__content\">{}</div></div>",
                spaced("govuk-notification-banner", classes), rest.add(given.attributes),
                heading(given.heading_level, "govuk-notification-banner__title", title,
                        Attributes().add("id", given.title_id)),
                content);
}

Html panel(const Panel& given) {
    auto kind =
        given.kind == PanelKind::Confirmation ? "govuk-panel--confirmation" : "govuk-panel--interruption";
    Html body;
    if (!given.content.empty())
        body = html("<div class=\"govuk-panel__body\">{}</div>", given.content);
    return html("<div class=\"{}\"{}>{}{}{}</div>", spaced(spaced("govuk-panel", kind), given.classes),
                given.attributes, heading(given.heading_level, "govuk-panel__title", given.title), body,
                panel_actions(given));
}

Html skip_link(const SkipLink& given) {
    return html("<a href=\"{}\" class=\"{}\"{} data-module=\"govuk-skip-link\">{}</a>", given.href,
                spaced("govuk-skip-link", given.classes), given.attributes, given.words);
}

Html tag(const Tag& given) {
    return html("<strong class=\"{}\"{}>{}</strong>", spaced("govuk-tag", given.classes), given.attributes,
                given.words);
}

Html warning_text(const WarningText& given) {
    return html("<div class=\"{}\"{}><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>"
                "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">{}</span> "
                "{}</strong>"
                "</div>",
                spaced("govuk-warning-text", given.classes), given.attributes, given.spoken_first,
                given.words);
}

Html exit_this_page(const ExitThisPage& given) {
    Phrase words = given.words;
    if (words.empty())
        words = html("<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page");
    auto rest = Attributes()
                    .add_filled("id", given.id)
                    .add("class", spaced("govuk-exit-this-page", given.classes))
                    .add("data-module", "govuk-exit-this-page")
                    .add(given.attributes)
                    .add_filled("data-i18n.activated", given.activated_words)
                    .add_filled("data-i18n.timed-out", given.timed_out_words)
                    .add_filled("data-i18n.press-two-more-times", given.press_two_more_words)
                    .add_filled("data-i18n.press-one-more-time", given.press_one_more_words);
    return html(
        "<div{}>{}</div>", rest,
        button(
            {.words = words,
             .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
             .href = given.goes_to,
             .attributes = Attributes().add("rel", "nofollow noreferrer")}));
}

Html phase_banner(const PhaseBanner& given) {
    Tag inner = given.tag;
    inner.classes = spaced("govuk-phase-banner__content__tag", inner.classes);
    return html("<div class=\"{}\"{}><p class=\"govuk-phase-banner__content\">{}"
                "<span class=\"govuk-phase-banner__text\">{}</span></p></div>",
                spaced("govuk-phase-banner govuk-width-container", given.classes), given.attributes,
                tag(inner), given.words);
}

Html plain_header(const PlainHeader& given) {
    return html("<div class=\"{}\"{}><div class=\"govuk-generic-header__container {}\">"
                "<div class=\"govuk-generic-header__logo\">"
                "<a href=\"{}\" class=\"govuk-generic-header__homepage-link\">{}</a></div></div></div>",
                spaced("govuk-generic-header", given.classes), given.attributes, given.container_classes,
                given.href, given.logo);
}

} // namespace lifestory::web
