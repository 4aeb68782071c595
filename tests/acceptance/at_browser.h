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

    Response read(const Person& person, const std::string& path) { return web::http::answer(*site, asked(person, path)); }

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
