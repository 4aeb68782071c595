// The markup of our own components for reading: voices, story, ways, lists of work, layout within a page.
#include "web/html/ours.h"

#include "web/html/parts.h"

namespace lifestory::web {

namespace {

std::string_view class_of(Voice voice) {
    switch (voice) {
    case Voice::Child:
        return "app-voice app-voice--child";
    case Voice::Family:
        return "app-voice app-voice--family";
    case Voice::Manager:
        return "app-voice app-voice--manager";
    case Voice::Worker:
        return "app-voice app-voice--worker";
    case Voice::NotWrittenToChild:
        return "app-voice app-voice--not-written";
    }
    return {};
}

bool is_quoted(Voice voice) { return voice == Voice::Child || voice == Voice::Family; }

Html timeline_item(const TimelineItem& item, int level) {
    Html title = item.title.html();
    if (item.href)
        title = html("<a class=\"govuk-link\" href=\"{}\">{}</a>", *item.href, title);
    auto words = html("<span class=\"app-timeline__day\">{}</span> {}", item.day, title);
    Html content;
    if (!item.content.empty())
        content = html("<div class=\"app-timeline__content\">{}</div>", item.content);
    return html("<li class=\"app-timeline__item\"{}>{}{}</li>", Attributes().add_filled("id", item.id),
                heading(level, "app-timeline__title", words), content);
}

Html navigation_list(const std::vector<NavigationLink>& links) {
    Html items;
    for (const auto& link : links)
        items += html(
            "<li class=\"app-sub-navigation__item\"><a class=\"app-sub-navigation__link\" href=\"{}\"{}>{}"
            "</a></li>",
            link.href, Attributes().add_if(link.is_current, "aria-current", "page"), link.words);
    return html("<ul class=\"app-sub-navigation__list\">{}</ul>", items);
}

Html work_row(const WorkRow& row) {
    return html("<li class=\"app-row\"><span class=\"app-row__what\">{}</span> <span "
                "class=\"app-row__state\">{}</span> "
                "<span class=\"app-row__act\">{}</span></li>",
                row.what, row.state, row.act);
}

Html list_of(const std::vector<Html>& rows) { return html("<ul class=\"app-rows\">{}</ul>", rows); }

} // namespace

Html voice_block(const VoiceBlock& given) {
    Html label = html("<p class=\"app-voice__label\">{}</p>", given.label);
    auto words_of = Attributes().add("class", "app-voice__words").add_filled("lang", given.language);
    Html words = is_quoted(given.voice) ? html("<blockquote{}>{}</blockquote>", words_of, given.words)
                                        : html("<div{}>{}</div>", words_of, given.words);
    Html how;
    if (!given.how.empty())
        how = html("<p class=\"app-voice__how\">How: {}</p>", given.how);
    return html("<div class=\"{}\"{}>{}{}{}</div>", class_of(given.voice),
                Attributes().add_filled("id", given.id), label, words, how);
}

Html timeline(const Timeline& given) {
    Html out;
    for (const auto& group : given.groups) {
        Html items;
        for (const auto& item : group.items)
            items += timeline_item(item, given.heading_level + 1);
        out += html("{}<ol class=\"app-timeline__items\">{}</ol>",
                    heading(given.heading_level, "app-timeline__month", group.heading), items);
    }
    return html("<div class=\"app-timeline\">{}</div>", out);
}

Html sub_navigation(const SubNavigation& given) {
    auto list = navigation_list(given.links);
    return html("<nav class=\"app-sub-navigation app-only-wide\" aria-label=\"{}\">{}</nav>"
                "<nav class=\"app-sub-navigation app-only-narrow\" aria-label=\"{}\">"
                "<details class=\"app-sub-navigation__more\"><summary>{}</summary>{}</details></nav>",
                given.label, list, given.label, given.phone_summary, list);
}

Html filter(const Filter& given) {
    Html chosen;
    for (const auto& one : given.chosen)
        chosen += html(
            "<li><a class=\"app-filter__chosen\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: take "
            "off</span></a></li>",
            one.without, one.words);
    if (!chosen.empty())
        chosen = html("<ul class=\"app-filter__list\">{}</ul>", chosen);
    return html(
        "<form class=\"app-filter\" action=\"{}\" method=\"get\"><div class=\"app-filter__fields\">{}{}</div>"
        "</form>{}<p class=\"govuk-body app-filter__found\">{}</p>",
        given.action, given.fields,
        button({.words = given.button, .classes = "govuk-button--secondary app-filter__button"}), chosen,
        given.found);
}

Html side_card(const SideCard& given) {
    Html title;
    if (!given.title.empty())
        title = heading(given.heading_level, "govuk-heading-s app-card__title", given.title);
    auto rest = Attributes().add_filled("id", given.id).add(given.attributes);
    return html("<div class=\"{}\"{}>{}{}</div>", spaced("app-card", given.classes), rest, title,
                given.content);
}

Html words_strip(const WordsStrip& given) {
    Html all;
    if (given.all)
        all = html(" <a class=\"govuk-link\" href=\"{}\">{}</a>", *given.all, given.all_words);
    return html("<div class=\"app-words-strip\"><p class=\"govuk-body\"><strong>{}:</strong> {}{}</p></div>",
                given.label, given.words, all);
}

Html start_here(const std::vector<StartHereCard>& cards, int heading_level) {
    Html items;
    for (std::size_t i = 0; i < cards.size() && i < 3; ++i)
        items += html("<li class=\"app-start__card\"><p class=\"app-start__words\">{}</p><p "
                      "class=\"app-start__detail\">{}"
                      "</p>{}</li>",
                      cards[i].words, cards[i].detail, cards[i].button);
    return html(
        "<section class=\"app-start\" aria-labelledby=\"start-here\">{}<ol class=\"app-start__list\">{}</ol>"
        "</section>",
        heading(heading_level, "govuk-heading-m", "Start here", Attributes().add("id", "start-here")), items);
}

Html work_list(const WorkList& given) {
    auto title =
        heading(given.heading_level, "govuk-heading-m", html("{} ({})", given.title, given.rows.size()));
    if (given.rows.empty()) {
        Html nothing;
        if (!given.empty_words.empty())
            nothing = html("<p class=\"govuk-body\">{}</p>", given.empty_words);
        return html("<section class=\"app-work\">{}{}</section>", title, nothing);
    }
    std::vector<Html> shown, rest;
    for (const auto& row : given.rows)
        (given.first_shown == 0 || shown.size() < given.first_shown ? shown : rest).push_back(work_row(row));
    Html more;
    if (!rest.empty())
        more = details({.summary = html("{} more<span class=\"govuk-visually-hidden\"> in {}</span>",
                                        rest.size(), given.title),
                        .content = list_of(rest),
                        .classes = "app-work__more"});
    return html("<details class=\"app-work\"{}><summary class=\"app-work__title\">{}</summary>{}{}</details>",
                Attributes().add_if(given.is_open, "open"), title, list_of(shown), more);
}

Html side_by_side(const SideBySide& given) {
    return html("<div class=\"app-side-by-side\"><div class=\"app-side-by-side__half\">{}{}</div>"
                "<div class=\"app-side-by-side__half\">{}{}</div></div>",
                heading(given.heading_level, "govuk-heading-s", given.left_title), given.left,
                heading(given.heading_level, "govuk-heading-s", given.right_title), given.right);
}

Html main_and_side(const Html& main, const Html& side) {
    return html("<div class=\"app-main-and-side\"><div class=\"app-main-and-side__main\">{}</div>"
                "<div class=\"app-main-and-side__side\">{}</div></div>",
                main, side);
}

Html cards_in_row(const std::vector<Html>& cards) { return html("<div class=\"app-cards\">{}</div>", cards); }

Html button_group(const std::vector<Html>& buttons) {
    return html("<div class=\"govuk-button-group\">{}</div>", buttons);
}

Html bottom_bar(const Html& one_button, const Html& others) {
    return html(
        "<div class=\"app-bottom-row\"><div class=\"app-bottom-bar\"><div class=\"app-bottom-bar__inside\">"
        "<p class=\"app-saved-again\" aria-hidden=\"true\"></p>{}</div></div>{}</div>",
        one_button, others);
}

Html interruption_card(const InterruptionCard& given) {
    return panel({.kind = PanelKind::Interruption, .title = given.title, .content = given.content});
}

} // namespace lifestory::web
