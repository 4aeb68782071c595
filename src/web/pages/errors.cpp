// The words of the pages for trouble.
#include "web/pages/errors.h"

#include "base/text.h"

namespace lifestory::web {

namespace {

Html body(const Phrase& words) { return html("<p class=\"govuk-body\">{}</p>", words); }

Html link(const Url& href, std::string_view words) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}</a>", href, words);
}

Html trouble(PageFrame shell, std::string act, const Html& words) {
    shell.heading = act;
    shell.act = std::move(act);
    shell.first_name.clear();
    shell.banner.reset();
    shell.refusals.clear();
    shell.back.reset();
    shell.saved.reset();
    shell.print.reset();
    shell.heading_aside = {};
    shell.found_words.clear();
    shell.current.clear();
    return page(shell, html("<div class=\"app-readable\">{}</div>", words));
}

} // namespace

Html not_found_page(const PageFrame& shell) {
    auto emergency = button({.words = "Open a record in an emergency", .href = url("/emergency")});
    return trouble(
        shell, "Page not found",
        body("It may not exist, or it may not be yours to see. Nothing is wrong with your account.") +
            body("A child is in danger now and you need their record?") + emergency +
            body("Need help? " + shell.installation.telephone + "."));
}

Html unavailable_page(const PageFrame& shell, const Unavailable& how) {
    std::string saved = "What you saved is safe.";
    if (how.kept_on_device)
        saved += " What you were writing is kept on this device.";
    Html back_at;
    if (!how.back_at.empty())
        back_at = body("We expect it back at " + how.back_at + ".");
    return trouble(shell, "Lifestory is not available just now.",
                   body(saved) + back_at +
                       body("A child in danger? Use the emergency pack, or ring " +
                            shell.installation.night_telephone + "."));
}

Html our_mistake_page(const PageFrame& shell, const OurMistake& mistake) {
    Html saved;
    if (!mistake.saved_until.empty())
        saved = body(html("Your words up to {} are saved. {}", mistake.saved_until,
                          link(url(mistake.draft), "Go back to them")));
    return trouble(shell, "Sorry, something went wrong here. Not with what you did.",
                   saved + body("If it happens again, give this number: " + mistake.reference + "."));
}

Html too_large_page(const PageFrame& shell) {
    return trouble(
        shell, "That is more than one page can take",
        body("It was not saved. Go back, make it shorter or send the files one by one, and save again.") +
            body("Need help? " + shell.installation.telephone + "."));
}

Html too_many_tries_page(const PageFrame& shell, int minutes) {
    auto wait = plural(static_cast<std::size_t>(minutes), "minute", "minutes");
    return trouble(shell, "Wait " + wait + ", then try again.",
                   body("Urgent? Ring " + shell.installation.telephone + "."));
}

} // namespace lifestory::web
