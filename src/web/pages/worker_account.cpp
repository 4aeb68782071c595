#include "web/pages/worker_account.h"

#include <algorithm>

#include "web/html/components.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using desk::AccountAct;
using http::Call;
using http::Response;

bool is_own(const Call& call, const record::Worker& worker) { return worker.worker == call.caller<Caller>().worker(); }

bool works(const House& house, WorkerNumber worker) {
    auto account = house.desk.account(worker);
    return account && !account->disabled;
}

std::string_view words_of(AccountAct act) {
    switch (act) {
    case AccountAct::AddressMade: return "made a one-time address for the account";
    case AccountAct::SetAnew: return "set password and code anew: made a one-time address";
    case AccountAct::Joined: return "chose a password and showed a code";
    case AccountAct::Ended: return "ended the account";
    }
    return "";
}

PostButton press(const Call& call, const Url& action, std::string_view words) {
    PostButton button{action, call.caller<Caller>().session.csrf, form_number(call).hex(), {words}, {}};
    button.button.classes = "govuk-button--secondary";
    return button;
}

Html ways_in(const House& house, const Call& call, const record::Worker& worker) {
    auto hex = worker.worker.hex();
    if (is_own(call, worker))
        return html("<p class=\"govuk-hint\">Another administrator sets your password and code anew, or ends your account.</p>");
    if (works(house, worker.worker))
        return html("<ul class=\"govuk-list govuk-list--spaced\"><li><a class=\"govuk-link\" href=\"{}\">Set the code and password anew</a></li>"
                    "<li><a class=\"govuk-link\" href=\"{}\">End the account</a></li></ul>",
                    path("/workers/{}/account/renewal", hex), path("/workers/{}/account/ending", hex));
    bool waits = house.desk.invitation_of(worker.worker, house.now()).has_value();
    if (!worker.working)
        return Html();
    auto give = post_button(press(call, path("/workers/{}/account", hex), waits ? "Make another address" : "Give an account"));
    auto end = waits ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">End the account</a></p>", path("/workers/{}/account/ending", hex)) : Html();
    return give + end;
}

// ---- the address, once

Response address_page(const House& house, const Call& call, const record::Worker& worker) {
    auto secret = desk::new_joining_secret();
    auto now = house.now();
    if (!house.desk.invite(worker.worker, secret.hash, call.caller<Caller>().writer(), now))
        return not_found(house);
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = "One-time address";
    frame.heading = "A one-time address for " + worker.full_name;
    frame.current = "/workers";
    frame.back = BackLink{path("/workers/{}", worker.worker.hex()), worker.full_name};
    auto address = house.public_address + path("/joining?code={}", secret.written).text();
    auto words = html("<p class=\"govuk-body\">Hand this address to {} and to nobody else: whoever opens it first has the account. It is not shown again.</p>"
                      "<p class=\"govuk-body app-address\"><code id=\"joining-address\">{}</code></p>"
                      "<p class=\"govuk-body\">It opens once, until {}. They choose a password there, and show one six-digit code.</p>",
                      worker.full_name, address, calendar::in_words(now + desk::joining_time));
    return shown(frame, html("<div class=\"app-readable\">{}</div>", words));
}

Response give_account(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    bool may = at && at->worker->working && !is_own(call, *at->worker) && !works(house, at->worker->worker);
    return may ? address_page(house, call, *at->worker) : not_found(house);
}

// ---- set anew, and ended

std::optional<WorkerAt> worker_to_renew(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    return at && at->worker->working && !is_own(call, *at->worker) && works(house, at->worker->worker) ? at : std::nullopt;
}

AdministratorsPage page_of(const record::Worker& worker, std::string title, std::string_view what) {
    AdministratorsPage page;
    page.title = std::move(title);
    page.action = path("/workers/{}/account/{}", worker.worker.hex(), what);
    page.back = path("/workers/{}", worker.worker.hex());
    page.back_words = worker.full_name;
    return page;
}

Response show_renewal(const House& house, const Call& call) {
    auto at = worker_to_renew(house, call);
    if (!at)
        return not_found(house);
    auto page = page_of(*at->worker, "Set the code and password anew", "renewal");
    page.before = html("<p class=\"govuk-body\">{} is signed out everywhere at once and cannot sign in until the new one-time address was used. "
                       "Make sure that it is really they who ask. They see on their account's page that you did this.</p>", at->worker->full_name);
    page.button = "Make a one-time address";
    return administrators_page(house, call, page, {});
}

Response renew(const House& house, const Call& call) {
    auto at = worker_to_renew(house, call);
    return at ? address_page(house, call, *at->worker) : not_found(house);
}

std::optional<WorkerAt> worker_to_end(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    bool may = at && !is_own(call, *at->worker) && (works(house, at->worker->worker) || house.desk.invitation_of(at->worker->worker, house.now()));
    return may ? at : std::nullopt;
}

Response show_ending(const House& house, const Call& call) {
    auto at = worker_to_end(house, call);
    if (!at)
        return not_found(house);
    auto page = page_of(*at->worker, "End the account", "ending");
    page.before = html("<p class=\"govuk-body\">{} is signed out everywhere at once and cannot sign in again. What they wrote stays, also drafts: their manager can reach those.</p>",
                       at->worker->full_name);
    page.button = "End the account";
    page.button_classes = "govuk-button--warning";
    return administrators_page(house, call, page, {});
}

Response end(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    if (!at || is_own(call, *at->worker))
        return not_found(house);
    auto to = done(path("/workers/{}", at->worker->worker.hex()), "ended");
    if (!worker_to_end(house, call)) // pressed twice
        return house.desk.account(at->worker->worker) ? redirect(to) : not_found(house);
    return house.desk.end_account(at->worker->worker, call.caller<Caller>().writer(), house.now()) ? redirect(to) : not_found(house);
}

} // namespace

bool has_account(const House& house, WorkerNumber worker) {
    return house.desk.account(worker).has_value() || house.desk.invitation_of(worker, house.now()).has_value();
}

std::string account_words(const House& house, WorkerNumber worker) {
    if (works(house, worker))
        return "works";
    if (auto invitation = house.desk.invitation_of(worker, house.now()))
        return "the one-time address waits until " + calendar::in_words(desk::ends_at(*invitation));
    return house.desk.account(worker) ? "does not work" : "none yet";
}

std::size_t administrators_with_account(const House& house) {
    auto authority = house.door.authority();
    return static_cast<std::size_t>(std::ranges::count_if(authority->workers, [&](const auto& one) {
        return one.now().working && role_of_worker(house, one.now()) == access::Role::Administrator && works(house, one.now().worker);
    }));
}

Html account_notes(const House& house, WorkerNumber worker) {
    Html rows;
    for (const auto& note : house.desk.account_notes(worker))
        rows += html("<li>{}, {}: {}</li>", calendar::in_words(note.at), note.by.full_name, words_of(note.act));
    return rows.empty() ? Html() : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Html account_of_worker(const House& house, const Call& call, const record::Worker& worker) {
    return html("<h2 class=\"govuk-heading-m\" id=\"account\">Account</h2><p class=\"govuk-body\">The account: {}.</p>{}{}", account_words(house, worker.worker),
                ways_in(house, call, worker), account_notes(house, worker.worker));
}

std::vector<http::Route> worker_account_routes(const House& house) {
    using http::Method;
    constexpr auto administrator = http::Reach::Administrator;
    auto to = handlers_of(house);
    return {{Method::Post, "/workers/{worker}/account", administrator, to(give_account)},
            {Method::Get, "/workers/{worker}/account/renewal", administrator, to(show_renewal)},
            {Method::Post, "/workers/{worker}/account/renewal", administrator, to(renew)},
            {Method::Get, "/workers/{worker}/account/ending", administrator, to(show_ending)},
            {Method::Post, "/workers/{worker}/account/ending", administrator, to(end)}};
}

} // namespace lifestory::web::pages
