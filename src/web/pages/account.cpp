#include "web/pages/account.h"

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/feed.h"
#include "web/pages/worker_account.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Html slant_choice(const Caller& caller, Slant slant) {
    Radios letters;
    letters.name = letters.id_prefix = "slant";
    letters.value = slant == Slant::Upright ? "upright" : "italic";
    for (const auto& [value, words] : {std::pair{"italic", "Slanted, with a bar and a label"}, {"upright", "Without slanted letters; the bar and the label stay"}}) {
        Choice choice;
        choice.value = value;
        choice.words = words;
        letters.choices.push_back(choice);
    }
    letters.fieldset = Fieldset{{"The words of children and families", "govuk-fieldset__legend--m", false}, {}, {}, {}, {}, {}};
    Button keep{"Keep this choice"};
    return post_form({url("/account/letters"), caller.session.csrf, "", radios(letters) + button(keep)});
}

Html open_sessions(const House& house, const Caller& caller) {
    Html rows;
    for (const auto& session : house.desk.sessions_of(caller.worker(), house.now()))
        rows += html("<li>Since {}{}</li>", calendar::in_words(session.started), session.hash == caller.session.hash ? ", this one" : "");
    PostButton end{url("/account/sessions/ending"), caller.session.csrf, "", {"Sign out everywhere"}, {}};
    end.button.classes = "govuk-button--secondary";
    return html("<h2 class=\"govuk-heading-m\">Where you are signed in</h2><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows) + post_button(end);
}

// ---- what goes to the worker outside the pages

// The address is shown in the answer to the press that made it, and never again: kept is only its hash.
Html calendar_of(const House& house, const Caller& caller, const desk::Telling& told, const std::string& new_secret) {
    Html words = html("<p class=\"govuk-body\">A calendar program can show what is due for your children, without a name. "
                      "Whoever has its address can read it, so give it to nobody.</p>");
    PostButton make{url("/account/calendar"), caller.session.csrf, "", {told.calendar_since ? "Make another address" : "Make an address"}, {}};
    make.button.classes = "govuk-button--secondary";
    PostButton end{url("/account/calendar/ending"), caller.session.csrf, "", {"Take the address away"}, {}};
    end.button.classes = "govuk-button--secondary";
    if (!new_secret.empty())
        words += inset_text({html("<p>Copy this address into your calendar program now. It is not shown again.</p>"
                                  "<p class=\"app-address\"><code id=\"calendar-address\">{}</code></p>", feed_address(house, new_secret)), {}, {}, {}});
    else if (told.calendar_since)
        words += html("<p class=\"govuk-body\">There is an address since {}. Another one takes its place: the old one then opens nothing.</p>",
                      calendar::in_words(*told.calendar_since));
    return html("<h2 class=\"govuk-heading-m\" id=\"calendar\">Your calendar</h2>{}<div class=\"govuk-button-group\">{}{}</div>", words, post_button(make),
                told.calendar_since ? post_button(end) : Html());
}

Html daily_email_of(const House& house, const Caller& caller, const desk::Telling& told, const Call& call, const Refusals& refusals) {
    if (house.daily_email_at.empty())
        return Html();
    Radios wanted;
    wanted.name = wanted.id_prefix = "daily-email";
    wanted.value = !refusals.empty() || !told.daily_email_to.empty() ? "yes" : "no";
    Choice yes, no;
    yes.value = "yes";
    yes.words = "Yes, at " + house.daily_email_at + " on each working day";
    no.value = "no";
    no.words = "No";
    TextInput address;
    address.id = address.name = "email";
    address.type = "email";
    address.autocomplete = "email";
    address.label.words = "To the address that you sign in with";
    address.value = refusals.empty() ? told.daily_email_to : said(call, "email");
    address.error = error_at(refusals, "email");
    yes.revealed = text_input(address);
    wanted.choices = {yes, no};
    wanted.fieldset = Fieldset{{"A short e-mail of what is late and due, without names", "govuk-fieldset__legend--m", false}, {}, {}, {}, {}, {}};
    Button keep{"Keep this choice"};
    keep.attributes.add("aria-label", "Keep this choice of e-mail");
    return post_form({url("/account/email"), caller.session.csrf, "", radios(wanted) + button(keep)});
}

Response account_page(const House& house, const Call& call, const std::string& new_secret, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Your account";
    frame.heading = "Your account";
    frame.refusals = refusals;
    auto told = house.desk.telling(caller.worker());
    auto who = html("<p class=\"govuk-body\">{}</p>", joined(caller.author()));
    auto notes = account_notes(house, caller.worker());
    auto done_with_it = notes.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">What was done with your account</h2>{}", notes);
    return shown(frame, who + slant_choice(caller, caller.slant) + calendar_of(house, caller, told, new_secret) +
                            daily_email_of(house, caller, told, call, refusals) + open_sessions(house, caller) + done_with_it);
}

Response show_account(const House& house, const Call& call) { return account_page(house, call, "", {}); }

Response make_calendar(const House& house, const Call& call) {
    auto secret = desk::new_calendar_secret();
    auto made = house.desk.set_calendar(call.caller<Caller>().worker(), secret.hash, house.now());
    return made ? account_page(house, call, secret.written, {}) : not_found(house);
}

Response end_calendar(const House& house, const Call& call) {
    auto ended = house.desk.set_calendar(call.caller<Caller>().worker(), std::nullopt, house.now());
    return ended ? redirect(url("/account")) : not_found(house);
}

Response keep_daily_email(const House& house, const Call& call) {
    bool wanted = call.form.get("daily-email") == "yes";
    auto address = said(call, "email");
    if (wanted && address.empty())
        return account_page(house, call, "", {refuse("missing", "Give the address that you sign in with", "email")});
    auto kept = house.desk.set_daily_email(call.caller<Caller>().worker(), wanted ? address : "");
    return kept ? redirect(url("/account")) : account_page(house, call, "", kept.refusals());
}

Response keep_letters(const Call& call) {
    auto response = redirect(url("/account"));
    auto value = call.form.get("slant") == "upright" ? "upright" : "italic";
    response.headers.add("Set-Cookie", std::string("letters=") + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000");
    return response;
}

Response sign_out_everywhere(const House& house, const Call& call) {
    house.desk.end_sessions_of(call.caller<Caller>().worker(), house.now());
    return redirect(url("/session"));
}

} // namespace

std::vector<http::Route> account_routes(const House& house) {
    auto to = handlers_of(house);
    using http::Method;
    using http::Reach;
    return {{Method::Get, "/account", Reach::SignedIn, to(show_account)},
            {Method::Post, "/account/letters", Reach::SignedIn, [](const Call& call) { return keep_letters(call); }},
            {Method::Post, "/account/calendar", Reach::Worker, [&house](const Call& call) { return make_calendar(house, call); }},
            {Method::Post, "/account/calendar/ending", Reach::Worker, [&house](const Call& call) { return end_calendar(house, call); }},
            {Method::Post, "/account/email", Reach::Worker, [&house](const Call& call) { return keep_daily_email(house, call); }},
            {Method::Post, "/account/sessions/ending", Reach::SignedIn, to(sign_out_everywhere)}};
}

} // namespace lifestory::web::pages
