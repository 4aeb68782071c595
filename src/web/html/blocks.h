// GOV.UK Frontend's blocks that are no fields: button, links, details, summaries of errors, insets, banners, panels,
// tags, warnings, the way out. One struct and one function each, held to the official fixtures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/html.h"

namespace lifestory::web {

enum class ButtonType { Submit, Button, Reset };
enum class Start { No, Yes }; // the arrow of a start button

struct Button {
    Phrase words;
    std::string name, value, id, classes; // "govuk-button--secondary", "govuk-button--warning"
    std::optional<Url> href;              // a link that looks like a button
    ButtonType type = ButtonType::Submit;
    bool is_disabled = false;
    Start start = Start::No;
    std::optional<bool> prevents_double_press;
    Attributes attributes;
};

struct BackLink {
    Url href;
    Phrase words = "Back";
    std::string classes;
    Attributes attributes;
};

struct Details {
    Phrase summary;
    Html content;
    std::string id, classes;
    bool is_open = false;
    Attributes attributes;
};

struct ErrorItem {
    Phrase words;
    std::optional<Url> href; // "#" and the id of the field
    Attributes attributes;
};

struct ErrorSummary {
    Phrase title = "There is a problem";
    Phrase description;
    std::vector<ErrorItem> errors;
    std::string classes;
    std::optional<bool> disables_focus;
    Attributes attributes;
};

struct InsetText {
    Html content;
    std::string id, classes;
    Attributes attributes;
};

enum class BannerKind { Important, Success };

struct NotificationBanner {
    BannerKind kind = BannerKind::Important;
    Phrase words;    // one line, as a heading; or
    Html content;    // more than that
    Phrase title;    // empty: "Important" or "Success"
    int heading_level = 2;
    std::string title_id = "govuk-notification-banner-title", role, classes;
    std::optional<bool> disables_focus;
    Attributes attributes;
};

enum class PanelKind { Confirmation, Interruption };

struct PanelAction {
    std::string words;
    std::optional<Url> href;    // a link, unless it is a button
    std::optional<ButtonType> button;
    std::string classes;
    Attributes attributes;
};

struct Panel {
    PanelKind kind = PanelKind::Confirmation;
    Phrase title;
    Html content;
    int heading_level = 1;
    std::string classes;
    std::optional<std::vector<PanelAction>> actions; // of an interruption
    std::string actions_classes;
    Attributes actions_attributes, attributes;
};

struct SkipLink {
    Url href = url("#content");
    Phrase words = "Skip to the page";
    std::string classes;
    Attributes attributes;
};

struct Tag {
    Phrase words;
    std::string classes; // "govuk-tag--green"
    Attributes attributes;
};

struct WarningText {
    Phrase words;
    std::string spoken_first = "Warning", classes;
    Attributes attributes;
};

struct ExitThisPage {
    Phrase words; // empty: "Emergency Exit this page"
    Url goes_to = url("https://www.bbc.co.uk/weather");
    std::string id, classes;
    std::string activated_words, timed_out_words, press_two_more_words, press_one_more_words;
    Attributes attributes;
};

struct PhaseBanner {
    Tag tag;
    Phrase words;
    std::string classes;
    Attributes attributes;
};

struct PlainHeader { // GOV.UK's generic header: no crown, for services that are not on GOV.UK
    Phrase logo;
    Url href = url("/");
    std::string classes, container_classes = "govuk-width-container";
    Attributes attributes;
};

Html heading(int level, std::string_view classes, const Phrase& words, const Attributes& attributes = {});

Html button(const Button&);
Html back_link(const BackLink&);
Html details(const Details&);
Html error_summary(const ErrorSummary&);
Html inset_text(const InsetText&);
Html notification_banner(const NotificationBanner&);
Html panel(const Panel&);
Html skip_link(const SkipLink&);
Html tag(const Tag&);
Html warning_text(const WarningText&);
Html exit_this_page(const ExitThisPage&);
Html phase_banner(const PhaseBanner&);
Html plain_header(const PlainHeader&);

} // namespace lifestory::web
