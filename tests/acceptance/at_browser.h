// Somebody signed in at a browser, without sockets: pages read, and forms pressed with the session's token.
#pragma once

#include "acceptance/served.h"
#include "web/http/form.h"

namespace lifestory::acceptance {

using web::http::Fields;
using web::http::Response;

class AtBrowser : public Served {
protected:
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
        const auto query = path.find('?');
        request.path = path.substr(0, query);
        if (query != std::string::npos)
            request.query = *web::http::read_urlencoded(path.substr(query + 1));
        request.id = "AAA-AAA";
        request.cookies.add("session", person.session.token);
        return request;
    }

    // A form about a child, before its first word, is led to the address that carries its number, as a browser would be.
    Response read(const Person& person, const std::string& path) {
        auto response = web::http::answer(*site, asked(person, path));
        const auto next = std::string(response.headers.get("Location"));
        return response.status == 303 && !path.starts_with("/our-work") && next.starts_with(path.substr(0, path.find('?')) + "?") && next.find("form=") != std::string::npos
                   ? web::http::answer(*site, asked(person, next))
                   : response;
    }

    Response press(const Person& person, const std::string& path, Fields fields) {
        auto request = asked(person, path);
        request.method = web::http::Method::Post;
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"accept", m_accepts}};
        fields.add("csrf", person.session.session.csrf);
        request.body = web::http::write_urlencoded(fields);
        return web::http::answer(*site, request);
    }

    RecordNumber child_named(std::string_view first_name) {
        auto priya = *door->visitor(worker_named("Priya Anand"), "a session");
        auto caseload = door->caseload(priya.who.worker, house->now());
        for (const auto& open : door->look_over(priya, caseload, house->now()))
            if (open.child->first_name() == first_name)
                return open.record;
        ADD_FAILURE() << first_name << " is not Priya's to work with";
        return {};
    }

    std::string m_accepts = "text/html";
};

// Priya at Tilly's record, as most of what a worker does begins.
class AtTillys : public AtBrowser {
protected:
    void SetUp() override {
        serve();
        priya = person("Priya Anand");
        tilly = child_named("Tilly");
    }

    std::string of_child(const std::string& more) const { return "/children/" + tilly.hex() + more; }
    access::OpenRecord record() { return *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now()); }

    Person priya;
    RecordNumber tilly;
};

} // namespace lifestory::acceptance
