#include "web/pages/account.h"

#include "base/text.h"
#include "web/html/components.h"

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

Response show_account(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Your account";
    frame.heading = "Your account";
    auto who = html("<p class=\"govuk-body\">{}, {}, {}</p>", caller.author().full_name, caller.author().designation, caller.author().team);
    return shown(frame, who + slant_choice(caller, caller.slant) + open_sessions(house, caller));
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
    using http::Method;
    using http::Reach;
    return {{Method::Get, "/account", Reach::SignedIn, [&house](const Call& call) { return show_account(house, call); }},
            {Method::Post, "/account/letters", Reach::SignedIn, [](const Call& call) { return keep_letters(call); }},
            {Method::Post, "/account/sessions/ending", Reach::SignedIn, [&house](const Call& call) { return sign_out_everywhere(house, call); }}};
}

} // namespace lifestory::web::pages
