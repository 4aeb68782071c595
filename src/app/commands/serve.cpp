#include "app/commands/serve.h"

#include <fstream>
#include <ostream>

#include <fmt/format.h>

#include "access/rules.h"
#include "app/demo/fill.h"
#include "app/demo/steps.h"
#include "app/errands.h"
#include "app/installation.h"
#include "ledger/keys.h"
#include "web/http/server.h"
#include "web/pages/reminders.h"
#include "web/pages/site.h"

namespace lifestory::app {

namespace {

namespace fs = std::filesystem;
using calendar::Instant;

int refused(const Refusals& refusals, std::ostream& err) {
    for (const auto& refusal : refusals)
        err << refusal.message << "\n";
    return 1;
}

// ---- the demonstration's folder is marked, so that a password alone never signs in anywhere else

fs::path mark_of(const fs::path& data) { return data / "demonstration"; }

Outcome may_be_served(const ServeCall& call, bool is_empty) {
    const bool is_marked = fs::exists(mark_of(call.data));
    if (call.demo && !is_empty && !is_marked)
        return refuse("no-demonstration", fmt::format("{} is no demonstration. Start it without --demo, or give an empty folder.", call.data.string()));
    if (!call.demo && is_marked)
        return refuse("demonstration", fmt::format("{} is a demonstration. Start it with --demo.", call.data.string()));
    return Nothing{};
}

// Accounts are given last: without them the folder holds nothing but the pack, or was left half filled.
Outcome fill_demonstration(Installation& installation, const policy::Pack& pack, const demo::Data& data, Instant now, std::ostream& out) {
    if (installation.desk().has_accounts())
        return Nothing{};
    if (installation.ledger().size() > 1)
        return refuse("half-filled", fmt::format("Filling {} was interrupted. Remove the folder and start again.", installation.folder().string()));
    out << "Filling " << installation.folder().string() << " with " << data.authority << " and its families" << std::endl;
    return demo::fill(installation, pack, data, now);
}

// ---- what is served

struct Served {
    std::unique_ptr<Installation> installation;
    Policies policies;
    std::unique_ptr<access::Owing> owing;
    std::unique_ptr<access::Door> door;
    desk::Passwords passwords;
    desk::Throttle throttle;
    web::pages::Searches searches;
    std::unique_ptr<web::pages::House> house; // refers to all of the above
};

web::Html who_to_sign_in_as(const std::vector<demo::CanSignIn>& people) {
    web::Html rows;
    for (const auto& one : people)
        rows += web::html("<li>{}<br>{}: {}</li>", one.email, one.full_name, one.what);
    web::Details list{"Who to sign in as", web::html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows)};
    list.is_open = true;
    web::InsetText password{web::html("This is a demonstration: everybody in it is invented. The password of each of them is <strong>{}</strong>", demo::password())};
    return web::inset_text(password) + web::details(list);
}

web::Installation about(const policy::Pack& pack, const std::optional<demo::Data>& data, calendar::Day today) {
    web::Installation about;
    about.authority = data ? data->authority : pack.about.name;
    about.subtitle = data ? "demonstration: invented people" : "";
    about.policy_line = fmt::format("{}, version {}", pack.about.name, pack.about.version);
    auto say = [&](std::string& where, std::string_view setting) {
        if (auto value = pack.setting(setting, today); !value.empty())
            where = value;
    };
    say(about.telephone, "office-telephone");
    say(about.hours, "office-hours");
    say(about.night_telephone, "night-telephone");
    about.reminders = web::pages::reminders_at(pack, "every page");
    return about;
}

void furnish(Served& served, const std::optional<demo::Data>& data, const calendar::Clock& clock) {
    auto& installation = *served.installation;
    const auto& pack = *served.policies.pack;
    served.owing = std::make_unique<access::Owing>(installation.ledger(), installation.index(), served.policies.books);
    served.door = std::make_unique<access::Door>(installation.ledger(), installation.index(), access::rules_of(pack));
    served.door->keep_owed(*served.owing);
    served.house.reset(new web::pages::House{
        installation.ledger(), installation.index(), installation.desk(), *served.door, served.policies.books, served.passwords,
        served.throttle, served.searches, clock, about(pack, data, calendar::london_day(clock.now())),
        data ? desk::SecondFactor::PasswordAlone : desk::SecondFactor::CodeNeeded, installation.secret_for("words kept on a device"),
        data ? who_to_sign_in_as(demo::who_can_sign_in(*data)) : web::Html(),
        data || installation.desk().has_accounts() ? std::string() : to_hex(random_bytes(8))});
}

std::string address_of(const Settings& settings, std::uint16_t port) {
    if (!settings.public_address.empty())
        return settings.public_address;
    return fmt::format("{}://{}:{}", settings.certificate ? "https" : "http", settings.certificate ? settings.address : "localhost", port);
}

std::string hour_of(std::chrono::minutes since_midnight) { return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60); }

void tell_where(const Served& served, const std::optional<demo::Data>& data, std::ostream& out) {
    const auto& address = served.house->public_address;
    out << "Lifestory is at " << address << "\n";
    if (!served.house->first_code.empty())
        out << "Nobody can sign in yet. The first administrator signs up here, once:\n  " << address << "/first?code=" << served.house->first_code << "\n";
    if (data) {
        out << "Sign in as one of these; the password of each is: " << demo::password() << "\n";
        for (const auto& one : demo::who_can_sign_in(*data))
            out << fmt::format("  {:<38} {}, {}\n", one.email, one.full_name, one.what);
    }
    out.flush();
}

void answer_until_stopped(Served& served, const std::optional<demo::Data>& data, const ServeCall& call, std::ostream& out) {
    const auto& kept = served.installation->settings();
    web::http::Settings settings;
    settings.address = kept.address == "localhost" ? "127.0.0.1" : kept.address;
    settings.port = call.port.value_or(kept.port);
    if (kept.certificate)
        settings.certificate = web::http::Certificate{kept.certificate->string(), kept.certificate_key->string()};
    settings.aside_folder = served.installation->folder().string();
    settings.signals = web::http::Signals::StopTheServer;
    web::http::Server server(settings, web::pages::site_of(*served.house, web::http::Log::to_standard_error()));
    served.house->scanner = scanner_of(kept);
    served.house->public_address = address_of(kept, server.port());
    if (kept.mail)
        served.house->daily_email_at = hour_of(kept.mail->daily_at);
    tell_where(served, data, out);
    Errands errands(*served.house, kept.mail);
    server.run();
}

Outcome serve(const ServeCall& call, Instant asked, std::ostream& out) {
    Served served;
    served.installation = TRY(Installation::open(call.data, FirstStart::Make, store::sqlite::Opening::ForWriting));
    auto& installation = *served.installation;
    const bool is_empty = installation.ledger().size() == 0;
    TRY(may_be_served(call, is_empty));
    if (call.demo)
        std::ofstream(mark_of(call.data)) << "Everybody in this folder is invented.\n";
    const auto clock = call.demo ? calendar::Clock::starting_at(std::max(asked, last_entry(installation.ledger()))) : calendar::Clock();
    std::optional<demo::Data> data;
    if (call.demo)
        data = TRY(demo::read_data(demo::built_in_files(), clock.now()));
    served.policies = TRY(accept_pack(installation, call.pack, is_empty && data ? demo::begins(*data) : clock.now()));
    if (data)
        TRY(fill_demonstration(installation, *served.policies.pack, *data, clock.now(), out));
    furnish(served, data, clock);
    answer_until_stopped(served, data, call, out);
    return Nothing{};
}

} // namespace

int run_serve(const ServeCall& call, std::ostream& out, std::ostream& err) {
    Instant asked = calendar::Clock().now();
    if (!call.now.empty()) {
        auto wall = calendar::parse_wall(call.now);
        if (!call.demo || !wall) {
            err << "--now takes a time in London like 2026-12-23T10:00, and only together with --demo.\n";
            return 2;
        }
        asked = calendar::instant_of(*wall);
    }
    ledger::protect_memory();
    auto served = serve(call, asked, out);
    return served ? 0 : refused(served.refusals(), err);
}

} // namespace lifestory::app
