#include "unit/web/html_options.h"

namespace lifestory::web {

namespace {

Html render_button(const JsonObject& options) {
    Button given{
        .words = phrase_in(options), .name = words_in(options, "name"), .value = words_in(options, "value")};
    // In a start button the macro puts markup into a <span>, for the space between its elements.
    if (has(options, "html") && has(options, "isStartButton"))
        given.words = html("<span>{}</span>", given.words);
    given.id = words_in(options, "id");
    given.classes = words_in(options, "classes");
    if (has(options, "href"))
        given.href = link_in(options);
    if (words_in(options, "type") == "button")
        given.type = ButtonType::Button;
    if (words_in(options, "type") == "reset")
        given.type = ButtonType::Reset;
    given.is_disabled = has(options, "disabled");
    given.start = has(options, "isStartButton") ? Start::Yes : Start::No;
    given.prevents_double_press = maybe_flag(options, "preventDoubleClick");
    given.attributes = attributes_in(options);
    return button(given);
}

Html render_back_link(const JsonObject& options) {
    BackLink given{.href = has(options, "href") ? link_in(options) : url("#"),
                   .classes = words_in(options, "classes")};
    if (auto words = phrase_in(options); !words.empty())
        given.words = words;
    given.attributes = attributes_in(options);
    return back_link(given);
}

Html render_details(const JsonObject& options) {
    return details({.summary = phrase_in(options, "summaryText", "summaryHtml"),
                    .content = phrase_in(options).html(),
                    .id = words_in(options, "id"),
                    .classes = words_in(options, "classes"),
                    .is_open = has(options, "open"),
                    .attributes = attributes_in(options)});
}

Html render_error_summary(const JsonObject& options) {
    ErrorSummary given{.title = phrase_in(options, "titleText", "titleHtml"),
                       .description = phrase_in(options, "descriptionText", "descriptionHtml")};
    for (const auto* item : objects_in(options, "errorList")) {
        ErrorItem error{.words = phrase_in(*item), .attributes = attributes_in(*item)};
        if (has(*item, "href"))
            error.href = link_in(*item);
        given.errors.push_back(error);
    }
    given.classes = words_in(options, "classes");
    given.disables_focus = maybe_flag(options, "disableAutoFocus");
    given.attributes = attributes_in(options);
    return error_summary(given);
}

Html render_inset(const JsonObject& options) {
    return inset_text({.content = phrase_in(options).html(),
                       .id = words_in(options, "id"),
                       .classes = words_in(options, "classes"),
                       .attributes = attributes_in(options)});
}

Html render_banner(const JsonObject& options) {
    NotificationBanner given;
    given.kind = words_in(options, "type") == "success" ? BannerKind::Success : BannerKind::Important;
    given.words = words_in(options, "text");
    given.content = unchecked_html(words_in(options, "html"));
    given.title = phrase_in(options, "titleText", "titleHtml");
    given.heading_level = static_cast<int>(number_in(options, "titleHeadingLevel").value_or(2));
    if (has(options, "titleId"))
        given.title_id = words_in(options, "titleId");
    given.role = words_in(options, "role");
    given.classes = words_in(options, "classes");
    given.disables_focus = maybe_flag(options, "disableAutoFocus");
    given.attributes = attributes_in(options);
    return notification_banner(given);
}

PanelAction panel_action_in(const JsonObject& item) {
    PanelAction action{.words = words_in(item, "text"), .classes = words_in(item, "classes")};
    if (has(item, "href"))
        action.href = link_in(item);
    if (has(item, "type"))
        action.button = words_in(item, "type") == "submit" ? ButtonType::Submit : ButtonType::Button;
    action.attributes = attributes_in(item);
    return action;
}

Html render_panel(const JsonObject& options) {
    auto classes = words_in(options, "classes");
    Panel given{.title = phrase_in(options, "titleText", "titleHtml"), .content = phrase_in(options).html()};
    // Our kind is a value; the macro reads it out of the classes.
    if (auto at = classes.find("govuk-panel--interruption"); at != std::string::npos) {
        given.kind = PanelKind::Interruption;
        classes.erase(at, 25);
    }
    given.classes = classes;
    given.heading_level = static_cast<int>(number_in(options, "headingLevel").value_or(1));
    const auto& actions = part_of(options, "actions");
    if (has(options, "actions")) {
        given.actions.emplace();
        for (const auto* item : objects_in(actions, "items"))
            given.actions->push_back(panel_action_in(*item));
    }
    given.actions_classes = words_in(actions, "classes");
    given.actions_attributes = attributes_in(actions);
    given.attributes = attributes_in(options);
    return panel(given);
}

Html render_skip_link(const JsonObject& options) {
    SkipLink given{.words = phrase_in(options), .classes = words_in(options, "classes")};
    if (has(options, "href"))
        given.href = link_in(options);
    given.attributes = attributes_in(options);
    return skip_link(given);
}

Html render_tag(const JsonObject& options) {
    return tag({phrase_in(options), words_in(options, "classes"), attributes_in(options)});
}

Html render_warning(const JsonObject& options) {
    WarningText given{.words = phrase_in(options)};
    if (has(options, "iconFallbackText"))
        given.spoken_first = words_in(options, "iconFallbackText");
    given.classes = words_in(options, "classes");
    given.attributes = attributes_in(options);
    return warning_text(given);
}

Html render_exit(const JsonObject& options) {
    ExitThisPage given{.words = phrase_in(options)};
    if (has(options, "redirectUrl"))
        given.goes_to = link_in(options, "redirectUrl");
    given.id = words_in(options, "id");
    given.classes = words_in(options, "classes");
    given.activated_words = words_in(options, "activatedText");
    given.timed_out_words = words_in(options, "timedOutText");
    given.press_two_more_words = words_in(options, "pressTwoMoreTimesText");
    given.press_one_more_words = words_in(options, "pressOneMoreTimeText");
    given.attributes = attributes_in(options);
    return exit_this_page(given);
}

Html render_phase(const JsonObject& options) {
    const auto& inner = part_of(options, "tag");
    return phase_banner({.tag = {phrase_in(inner), words_in(inner, "classes")},
                         .words = phrase_in(options),
                         .classes = words_in(options, "classes"),
                         .attributes = attributes_in(options)});
}

Html render_header(const JsonObject& options) {
    PlainHeader given{.logo = phrase_in(options, "logoText", "logoHtml"),
                      .classes = words_in(options, "classes")};
    if (has(options, "url"))
        given.href = link_in(options, "url");
    if (has(options, "containerClasses"))
        given.container_classes = words_in(options, "containerClasses");
    given.attributes = attributes_in(options);
    return plain_header(given);
}

} // namespace

void add_block_renderers(std::map<std::string, Render>& known) {
    known["button"] = render_button;
    known["back-link"] = render_back_link;
    known["details"] = render_details;
    known["error-summary"] = render_error_summary;
    known["inset-text"] = render_inset;
    known["notification-banner"] = render_banner;
    known["panel"] = render_panel;
    known["skip-link"] = render_skip_link;
    known["tag"] = render_tag;
    known["warning-text"] = render_warning;
    known["exit-this-page"] = render_exit;
    known["phase-banner"] = render_phase;
    known["generic-header"] = render_header;
}

} // namespace lifestory::web
