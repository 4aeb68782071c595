// Files put in over HTTP on the demonstration: as a form brings them whole and as the script brings them in pieces; what is signed with them.
#pragma once

#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/json.h"
#include "base/text.h"
#include "web/pages/file_lines.h"
#include "web/pages/form_fields.h"

namespace lifestory::acceptance {

using namespace std::string_literals;

struct Sent {
    std::string name, bytes;
};

class PuttingIn : public AtTillys {
protected:
    static std::string photograph() { return "\x89PNG\r\n\x1a\n"s + "the mug that you painted"; }

    Response upload(const Person& who, const std::string& path, FormNumber form, const std::vector<Sent>& files) {
        auto request = asked(who, path);
        request.method = web::http::Method::Post;
        request.headers = {{"content-type", "multipart/form-data; boundary=b"}, {"accept", "text/html"}};
        auto part = [&](const std::string& disposition, const std::string& content) {
            request.body += "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
        };
        part("name=\"csrf\"", who.session.session.csrf);
        part("name=\"form_number\"", form.hex());
        for (const auto& file : files)
            part("name=\"files\"; filename=\"" + file.name + "\"", file.bytes);
        request.body += "--b--\r\n";
        return web::http::answer(*site, request);
    }

    std::string field_of(const std::string& draft, const std::string& name) { return web::pages::field(draft_at(draft).fields, name); }

    // The status of what answers a piece of a long file.
    int piece(const Person& who, const std::string& at, std::size_t from, const std::string& bytes) {
        auto request = asked(who, at + "?from=" + std::to_string(from));
        request.method = web::http::Method::Post;
        request.headers = {{"content-type", "application/octet-stream"}, {"accept", "application/json"}, {"x-csrf-token", who.session.session.csrf}};
        request.body = bytes;
        return web::http::answer(*site, request).status;
    }

    static std::string song_of(std::size_t length) { return "RIFF\0\0\0\0WAVEfmt "s + std::string(length, 'x'); }

    // The page of the files of a letter that was begun.
    std::string letter_files() {
        auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                              {"item.content", "You sang for Nan."}, {"then", "files:kept"}});
        return std::string(begun.headers.get("Location"));
    }

    // All of it is there, and its end was not said.
    std::string sent_in_pieces(const std::string& files, const std::string& name, const std::string& bytes) {
        auto answer = press(priya, files + "/arriving", {{"name", name}, {"length", std::to_string(bytes.size())}, {"mark", "one"}});
        auto at = files + "/arriving/" + text_in(parse_json(answer.body)->as_object(), "file");
        EXPECT_EQ(piece(priya, at, 0, bytes), 200);
        return at;
    }

    Response read_with(const Person& who, const std::string& path, web::http::Field header) {
        auto request = asked(who, path);
        request.headers.add(header.name, header.value);
        return web::http::answer(*site, request);
    }

    // A document put in by this press; the path of its draft.
    std::string put_in(const Sent& file, const std::string& newer = {}) {
        auto response = upload(priya, of_child("/documents/adding" + newer), FormNumber::random(), {file});
        EXPECT_EQ(response.status, 303) << response.body;
        return std::string(response.headers.get("Location"));
    }

    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(8))); }

    Fields whole(const std::string& draft) {
        auto kept = draft_at(draft);
        Fields fields{{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}};
        auto words = kept.fields;
        words.insert({{"item.what-it-is", "drawing or writing of yours"}, {"item.content", "You painted a mug for Nan."}, {"item.from-whom.1.name", "Maureen Barrow"},
                      {"item.from-whom.1.who", "nan"}, {"item.belongs", "a copy: you have the original"}, {"item.changed", "The handle is painted too."}});
        for (const auto& [name, value] : words)
            fields.add(name, value);
        return fields;
    }

    // Signed; the number of its entry.
    std::string sign(const std::string& draft) {
        EXPECT_EQ(press(priya, draft, whole(draft)).status, 303);
        return sign_as_it_stands(draft);
    }

    std::string sign_as_it_stands(const std::string& draft) {
        auto kept = draft_at(draft);
        auto signed_as = press(priya, draft + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()},
                                                         {"type", kept.record_type}, {"release.how", "together"}, {"then", "sign"}});
        EXPECT_EQ(signed_as.status, 303) << signed_as.body;
        auto after = draft_at(draft);
        return after.signed_as ? after.signed_as->hex() : "not signed";
    }

    std::string file_in(const std::string& draft, const std::string& item = "kept") {
        return web::pages::file_in_line(web::pages::field(draft_at(draft).fields, "item." + item + ".files"))->number.hex();
    }

    // The one file of a signed entry.
    std::string file_in_record(const std::string& entry) {
        auto open = *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now());
        return open.child->find(*EntryId::parse(entry))->form()->files().front().number.hex();
    }
};

} // namespace lifestory::acceptance
