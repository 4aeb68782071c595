// The demonstration of 23 December 2026, served without sockets, with the lists of what is owed; its clock can be set.
#pragma once

#include "app/demo/steps.h"
#include "acceptance/home.h"
#include "access/owing.h"
#include "access/rules.h"
#include "web/http/form.h"
#include "web/pages/site.h"

namespace lifestory::acceptance {

inline constexpr std::string_view demonstration_day = "2026-12-23T10:40";

class Served : public Home {
protected:
    // A folder of this run, taken away when it ends.
    struct Scratch {
        std::filesystem::path folder = std::filesystem::temp_directory_path() / ("lifestory-filled-" + to_hex(random_bytes(8)));
        ~Scratch() {
            std::error_code error;
            std::filesystem::remove_all(folder, error);
        }
    };

    void fill(const std::filesystem::path& kept) {
        auto now = london_time(demonstration_day);
        auto read = app::demo::read_data(app::demo::built_in_files(), now);
        ASSERT_TRUE(read) << read.refusal().message;
        auto accepted = app::accept_pack(*installation, pack(), app::demo::begins(*read));
        ASSERT_TRUE(accepted) << accepted.refusal().message;
        auto filled = app::demo::fill(*installation, *accepted->pack, *read, now);
        ASSERT_TRUE(filled) << filled.refusal().message;
        installation.reset();
        std::filesystem::copy(folder, kept, std::filesystem::copy_options::recursive);
    }

    // The demonstration is filled once for all cases of a run; each has a copy of its own.
    void serve() {
        static const Scratch filled;
        if (!std::filesystem::exists(filled.folder))
            ASSERT_NO_FATAL_FAILURE(fill(filled.folder));
        installation.reset();
        std::filesystem::remove_all(folder);
        std::filesystem::copy(filled.folder, folder, std::filesystem::copy_options::recursive);
        open();
        auto accepted = app::accept_pack(*installation, pack(), london_time(demonstration_day));
        ASSERT_TRUE(accepted) << accepted.refusal().message;
        policies = std::move(*accepted);
        furnish(demonstration_day);
    }

    // The same house at another time, as after a restart.
    void furnish(std::string_view at) {
        site.reset();
        house.reset();
        door = std::make_unique<access::Door>(installation->ledger(), installation->index(), access::rules_of(*policies.pack));
        owing = std::make_unique<access::Owing>(installation->ledger(), installation->index(), policies.books);
        door->keep_owed(*owing);
        house.reset(new web::pages::House{installation->ledger(), installation->index(), installation->desk(), *door, policies.books, passwords, throttle,
                                          searches, calendar::Clock::starting_at(london_time(at)), {}, desk::SecondFactor::PasswordAlone,
                                          installation->secret_for("words kept on a device"), {}, ""});
        house->public_address = "https://lifestory.northmere.example";
        site = std::make_unique<web::http::Site>(web::pages::site_of(*house, web::http::Log()));
    }

    void restart(std::string_view at) {
        site.reset();
        house.reset();
        owing.reset();
        door.reset();
        open();
        furnish(at);
    }

    web::http::Response get(const std::string& path) {
        web::http::Request request;
        request.path = path;
        request.id = "AAA-AAA";
        return web::http::answer(*site, request);
    }

    // Somebody signed in, at a browser.
    struct Person {
        WorkerNumber worker;
        desk::BegunSession session;
    };

    Person person(std::string_view name) {
        Person one{worker_named(name), {}};
        one.session = desk::begin(one.worker, house->now());
        house->desk.begin_session(one.session.session);
        return one;
    }

    web::http::Request asked(const Person& person, const std::string& path) {
        web::http::Request request;
        auto query = path.find('?');
        request.path = path.substr(0, query);
        if (query != std::string::npos)
            request.query = *web::http::read_urlencoded(path.substr(query + 1));
        request.id = "AAA-AAA";
        request.cookies.add("session", person.session.token);
        return request;
    }

    web::http::Response read(const Person& person, const std::string& path) { return web::http::answer(*site, asked(person, path)); }

    web::http::Response press(const Person& person, const std::string& path, web::http::Fields fields) {
        auto request = asked(person, path);
        request.method = web::http::Method::Post;
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"accept", m_accepts}};
        fields.add("csrf", person.session.session.csrf);
        request.body = web::http::write_urlencoded(fields);
        return web::http::answer(*site, request);
    }

    WorkerNumber worker_named(std::string_view name) {
        for (const auto& worker : door->authority()->workers)
            if (worker.now().full_name == name)
                return worker.now().worker;
        ADD_FAILURE() << name << " does not work here";
        return {};
    }

    std::string m_accepts = "text/html";
    app::Policies policies;
    std::unique_ptr<access::Owing> owing;
    std::unique_ptr<access::Door> door;
    desk::Passwords passwords;
    desk::Throttle throttle;
    web::pages::Searches searches;
    std::unique_ptr<web::pages::House> house;
    std::unique_ptr<web::http::Site> site;
};

} // namespace lifestory::acceptance
