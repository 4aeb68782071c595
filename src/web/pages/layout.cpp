// The markup of the shell: what stands on every page, in the order and words of pages.md section 5.
#include "web/pages/layout.h"

#include "web/html/assets.h"

namespace lifestory::web {

namespace {

struct WayTo {
    std::string_view words;
    Url href;
    std::size_t count = 0;
};

std::vector<WayTo> ways_of(const SignedIn& who) {
    std::vector<WayTo> ways{
        {"Home", url("/")}, {"My children", url("/children")}, {"Drafts", url("/drafts"), who.drafts}};
    switch (who.home) {
    case HomeOf::Worker: break;
    case HomeOf::Manager: ways.push_back({"Team", url("/team")}); break;
    case HomeOf::HeadOfService: ways.insert(ways.end(), {{"Team", url("/team")}, {"Service", url("/service")}}); break;
    case HomeOf::Administrator: return {{"Workers", url("/workers")}, {"Bank holidays", url("/holidays")}}; // no record, so no child and no draft
    }
    return ways;
}

Html ways(const PageFrame& frame) {
    Html items;
    for (const auto& way : ways_of(*frame.signed_in)) {
        Html count = way.count == 0 ? Html() : html(" <span class=\"app-count\">{}</span>", way.count);
        auto current = Attributes().add_if(frame.current == way.href.text(), "aria-current", "page");
        items += html("<li><a class=\"app-header__link\" href=\"{}\"{}>{}{}</a></li>", way.href, current,
                      way.words, count);
    }
    return html("<ul class=\"app-header__ways\">{}</ul>", items);
}

Html sign_out(const SignedIn& who) {
    return post_form(
        {.action = url("/session/ending"),
         .csrf = who.csrf,
         .content = html("<button type=\"submit\" class=\"app-header__sign-out\">Sign out</button>"),
         .classes = "app-sign-out"});
}

Html account(const SignedIn& who) {
    return html("<details class=\"app-account\"><summary>{}</summary><div class=\"app-account__inside\">"
                "<a class=\"govuk-link\" href=\"/account\">Your account</a></div></details>{}",
                who.full_name, sign_out(who));
}

Html find_box(const PageFrame& frame) {
    auto box = html("<label class=\"app-find__label\" for=\"find\">Find a child</label>"
                    "<input class=\"govuk-input app-find__box\" id=\"find\" name=\"words\" type=\"search\" "
                    "autocomplete=\"off\" spellcheck=\"false\" value=\"{}\">"
                    "<button type=\"submit\" class=\"app-find__button\">Find</button>",
                    frame.found_words);
    return html("<search class=\"app-find\">{}</search>",
                post_form({.action = url("/searches"), .csrf = frame.signed_in->csrf, .content = box}));
}

// On a phone the ways and the account stand in [Menu]; each reader sees one of the two.
Html header_ways(const PageFrame& frame) {
    if (!frame.signed_in)
        return {};
    auto inside =
        html("{}<div class=\"app-header__account\">{}</div>", ways(frame), account(*frame.signed_in));
    return html("<nav class=\"app-header__nav app-only-wide\" aria-label=\"Lifestory\">{}</nav>"
                "<details class=\"app-menu app-only-narrow\"><summary>Menu</summary>"
                "<nav class=\"app-header__nav\" aria-label=\"Lifestory\">{}</nav></details>{}",
                inside, inside, frame.signed_in->home == HomeOf::Administrator ? Html() : find_box(frame));
}

Html header(const PageFrame& frame) {
    const auto& house = frame.installation;
    std::string subtitle = house.subtitle.empty() ? "" : " (" + house.subtitle + ")";
    return html(
        "<header class=\"app-header\"><p class=\"app-header__authority govuk-width-container\">{}{}</p>"
        "<div class=\"app-header__inside govuk-width-container\">"
        "<a class=\"app-header__name\" href=\"/\">Lifestory</a>{}</div></header>",
        house.authority, subtitle, header_ways(frame));
}

Html footer(const Installation& house) {
    Html reminders;
    for (const auto& reminder : house.reminders)
        reminders += html("<p class=\"govuk-body app-footer__reminder\">{}</p>", reminder);
    return html(
        "<footer class=\"app-footer\"><div class=\"govuk-width-container\">{}<ul class=\"app-footer__list\">"
        "<li><a class=\"govuk-link\" href=\"/help\">Help</a> {}, {}</li>"
        "<li><a class=\"govuk-link\" href=\"/accessibility\">Accessibility</a></li>"
        "<li><a class=\"govuk-link\" href=\"/pack\">The policy in force: {}</a></li></ul></div></footer>",
        reminders, house.telephone, house.hours, house.policy_line);
}

Html print_head(const PrintFrame& print) {
    return html("<div class=\"app-print-head\"><p><strong>{}</strong></p><p>{}</p><p>{}. Printed from the "
                "screen. Not a "
                "given copy.</p></div>",
                print.child, print.what, print.printed);
}

Html print_foot(const PrintFrame& print) {
    return html("<div class=\"app-print-foot\"><p>{} {}</p><p>{}</p></div>", print.printed, print.checkpoint,
                print.reminder);
}

Html heading_row(const PageFrame& frame) {
    if (frame.heading.empty() && !frame.saved)
        return {};
    Html title =
        frame.heading.empty() ? Html() : heading(1, "govuk-heading-l app-heading__title", frame.heading);
    Html aside = frame.heading_aside.html();
    if (!aside.empty())
        aside = html("<div class=\"app-heading__aside\">{}</div>", aside);
    return html("<div class=\"app-heading\">{}{}{}</div>", title, aside,
                frame.saved ? saved_line(*frame.saved) : Html());
}

Attributes session_attributes(const PageFrame& frame) {
    Attributes body;
    if (!frame.signed_in)
        return body;
    const auto& who = *frame.signed_in;
    return body.add_filled("data-csrf", who.csrf)
        .add_filled("data-worker", who.worker)
        .add_if(who.locks_in > 0, "data-locks-in", std::to_string(who.locks_in))
        .add_filled("data-locks-line", who.locks_line)
        .add_if(who.asks_code, "data-asks-code");
}

std::string body_classes(const PageFrame& frame) {
    bool is_upright = frame.signed_in && frame.signed_in->slant == Slant::Upright;
    return is_upright ? "govuk-template__body app-upright" : "govuk-template__body";
}

// The refusals in the order of the fields they name: the first in the summary is the first on the page.
Refusals in_order_of_page(Refusals refusals, const Html& main) {
    auto place = [&](const Refusal& refusal) {
        auto at = refusal.field.empty() ? std::string::npos : main.markup().find(fmt::format("id=\"{}\"", refusal.field));
        return at == std::string::npos ? 0 : at;
    };
    std::ranges::stable_sort(refusals, {}, place);
    return refusals;
}

Html content(const PageFrame& frame, const Html& main) {
    Html out = frame.print ? print_head(*frame.print) : Html();
    if (frame.banner)
        out += notification_banner(*frame.banner);
    out += error_summary_of(in_order_of_page(frame.refusals, main)) + heading_row(frame) + main;
    if (frame.print)
        out += print_foot(*frame.print);
    return out;
}

Html head(const PageFrame& frame) {
    return html("<head><meta charset=\"utf-8\"><title>{}</title>"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                "<meta name=\"referrer\" content=\"no-referrer\"><meta name=\"format-detection\" "
                "content=\"telephone=no\">"
                "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\"><link rel=\"stylesheet\" href=\"{}\">"
                "<script type=\"module\" src=\"{}\"></script></head>",
                title_of(frame), asset_path("icon.svg"), asset_path("app.css"), asset_path("app.js"));
}

} // namespace

std::string title_of(const PageFrame& frame) {
    std::string title = frame.refusals.empty() ? "" : "Error: ";
    for (const auto& part : {frame.act, frame.first_name})
        if (!part.empty())
            title += part + ", ";
    return title + "Lifestory";
}

Html page(const PageFrame& frame, const Html& main) {
    Html back;
    if (frame.back)
        back = html("<nav aria-label=\"Back\">{}</nav>", back_link(*frame.back));
    bool is_whole = frame.shell == Shell::Whole;
    return html("<!doctype html><html lang=\"en-GB\" class=\"govuk-template\">{}<body class=\"{}\"{}>{}{}"
                "<div class=\"govuk-width-container\">{}<main class=\"govuk-main-wrapper\" "
                "id=\"content\">{}</main></div>"
                "{}</body></html>",
                head(frame), body_classes(frame), session_attributes(frame), skip_link({}), is_whole ? header(frame) : Html(),
                back, content(frame, main), is_whole ? footer(frame.installation) : Html());
}

} // namespace lifestory::web
