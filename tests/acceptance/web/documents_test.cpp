// Documents over HTTP (pages.md 6.14), on the demonstration: put in, signed, listed, given back byte for byte; a newer version on top of
// the former. And what must not be: a program kept, a file that outlives its draft, another child's file, one before it is signed.
#include <fstream>

#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/json.h"
#include "base/text.h"
#include "web/pages/draft_files.h"
#include "web/pages/file_lines.h"
#include "web/pages/form_fields.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using namespace std::string_literals;

struct Sent {
    std::string name, bytes;
};

class Documents : public AtTillys {
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

TEST_F(Documents, APhotoOfADrawingOfTheFamilyStandsBesideTheDrawingAndNotInTheChildsVersion) {
    EXPECT_THAT(read(priya, of_child("/genogram/drawing")).body, HasSubstr(of_child("/documents/adding?what=family")));
    auto draft = put_in({"kitchen-table.png", photograph()}, "?what=family");
    EXPECT_EQ(draft_at(draft).fields["item.what-it-is"], "family drawn by hand");
    EXPECT_THAT(read(priya, of_child("/genogram")).body, Not(HasSubstr("Drawn by hand"))) << "it is not signed yet";
    auto entry = sign(draft);
    EXPECT_THAT(read(priya, of_child("/genogram")).body, AllOf(HasSubstr("Drawn by hand, 23 December 2026"), HasSubstr("kitchen-table.png"),
                                                              HasSubstr("src=\"" + of_child("/entries/" + entry + "/files/" + file_in_record(entry) + "/shown\" alt=\"You painted a mug for Nan.\""))));
    EXPECT_THAT(read(priya, of_child("/genogram?for=child")).body, Not(HasSubstr("kitchen-table.png")));
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, of_child("/documents/adding?what=family")).body, read(beth, "/children/" + RecordNumber::random().hex() + "/documents/adding").body);
}

TEST_F(Documents, is_put_in_signed_listed_and_given_back_byte_for_byte) {
    EXPECT_THAT(read(priya, of_child("/documents")).body, HasSubstr("Put in a document"));
    auto draft = put_in({"mug.png", photograph()});
    EXPECT_THAT(read(priya, draft).body, HasSubstr("mug.png (PNG picture, 1 KB)"));
    auto file = file_in(draft);
    EXPECT_THAT(read(priya, of_child("/documents")).body, Not(HasSubstr("mug.png"))) << "nothing is in the record before it is signed";
    auto entry = sign(draft);
    auto list = read(priya, of_child("/documents")).body;
    EXPECT_THAT(list, AllOf(HasSubstr("mug.png"), HasSubstr("Drawing or writing of yours"), HasSubstr("Maureen Barrow"), HasSubstr("You painted a mug for Nan."),
                            HasSubstr("A copy: you have the original"), HasSubstr("Priya Anand")));
    auto given = read(priya, of_child("/entries/" + entry + "/files/" + file));
    EXPECT_EQ(given.status, 200);
    EXPECT_EQ(lifestory::whole(*given.long_body), photograph());
    EXPECT_EQ(given.content_type, "image/png");
    EXPECT_EQ(given.headers.get("Content-Disposition"), "attachment; filename=\"mug.png\"; filename*=UTF-8''mug.png");
    EXPECT_THAT(std::string(given.headers.get("Content-Security-Policy")), AllOf(HasSubstr("default-src 'none'"), HasSubstr("sandbox")));
    EXPECT_EQ(given.headers.get("X-Content-Type-Options"), "nosniff");
    auto shown = read(priya, of_child("/entries/" + entry + "/files/" + file + "/shown"));
    EXPECT_THAT(std::string(shown.headers.get("Content-Disposition")), HasSubstr("inline"));
    EXPECT_THAT(read(priya, of_child("/entries/" + entry)).body, HasSubstr("/files/" + file + "/shown"));
    EXPECT_TRUE(house->ledger.verify(tilly).wrong.empty());
}

TEST_F(Documents, that_are_the_childs_own_stand_as_kept_for_her_until_they_are_given_back) {
    auto draft = put_in({"mug.png", photograph()});
    auto fields = whole(draft);
    Fields own;
    for (const auto& [name, value] : fields)
        own.add(name, name == "item.belongs" ? "yours, and we keep it for you" : value);
    own.add("item.kept.kept-at", "In the safe of Family Team North.");
    EXPECT_EQ(press(priya, draft, own).status, 303);
    auto kept = sign_as_it_stands(draft);
    EXPECT_THAT(read(priya, of_child("/documents")).body, AllOf(HasSubstr("What belongs to Tilly"), HasSubstr("Here since"), HasSubstr("Write down that it was given back"), HasSubstr("/entries/" + kept + "/giving-back")));
    EXPECT_THAT(read(priya, of_child("")).body, HasSubstr("to be given back"));
    auto stranger = person("Beth Rowntree");
    auto at = of_child("/entries/" + kept + "/giving-back");
    EXPECT_EQ(press(stranger, at, {{"form_number", FormNumber::random().hex()}}).status, 404);
    auto begun = press(priya, at, {{"form_number", FormNumber::random().hex()}});
    ASSERT_EQ(begun.status, 303);
    auto giving = std::string(begun.headers.get("Location"));
    Fields given{{"form_number", draft_at(giving).form.hex()}, {"version", std::to_string(draft_at(giving).version)}, {"item.to-whom.1.name", "Tilly Barrow"},
                 {"item.to-whom.1.who", "herself"}, {"item.copy", "we keep a copy"}, {"item.happened", "You took it home to Nan's."}};
    for (const auto& [name, value] : draft_at(giving).fields)
        given.add(name, value);
    EXPECT_EQ(press(priya, giving, given).status, 303);
    ASSERT_NE(sign_as_it_stands(giving), "not signed");
    EXPECT_THAT(read(priya, of_child("/documents")).body, AllOf(HasSubstr("Given back on"), HasSubstr("Tilly Barrow"), HasSubstr("we keep a copy"), Not(HasSubstr("Write down that it was given back"))));
    EXPECT_THAT(read(priya, of_child("")).body, Not(HasSubstr("to be given back")));
    EXPECT_EQ(press(priya, at, {{"form_number", FormNumber::random().hex()}}).status, 404) << "once";
}

TEST_F(Documents, which_a_record_should_hold_are_said_to_be_there_or_missing_since_a_day) {
    auto page = read(priya, of_child("/documents")).body;
    EXPECT_THAT(page, AllOf(HasSubstr("What this record should hold by now"), HasSubstr("Missing</strong> since "), HasSubstr("There, of ")));
    auto team = read(person("Gareth Holloway"), "/team").body;
    EXPECT_THAT(team, HasSubstr("Papers that are missing"));
}

TEST_F(Documents, of_the_record_are_not_found_by_who_may_not_read_it_nor_under_another_entry) {
    auto draft = put_in({"mug.png", photograph()});
    auto file = file_in(draft);
    auto entry = sign(draft);
    auto stranger = person("Beth Rowntree");
    auto nowhere = read(stranger, "/children/" + RecordNumber::random().hex() + "/documents");
    for (const auto& path : {"/documents"s, "/documents/adding"s, "/entries/" + entry + "/files/" + file, "/entries/" + entry + "/files/" + file + "/shown"}) {
        auto refused = read(stranger, of_child(path));
        EXPECT_EQ(refused.status, 404) << path;
        EXPECT_EQ(refused.body, nowhere.body) << path;
    }
    auto reece = child_named("Reece");
    EXPECT_EQ(read(priya, "/children/" + reece.hex() + "/entries/" + entry + "/files/" + file).status, 404) << "it is Tilly's";
    auto another = sign(put_in({"scan.pdf", "%PDF-1.7 a scan"}));
    EXPECT_EQ(read(priya, of_child("/entries/" + another + "/files/" + file)).status, 404) << "that entry does not name it";
    EXPECT_EQ(read(priya, of_child("/entries/" + another + "/files/" + file_in_record(another) + "/shown")).status, 404) << "a PDF is taken away, never run in the page";
}

TEST_F(Documents, what_is_no_document_is_refused_in_words_and_nothing_of_it_is_kept) {
    const auto before = house->desk.drafts_of(priya.worker).size();
    const std::vector<std::pair<Sent, std::string>> refused{{{"birthday.pdf", "MZ\x90 a program \x01"}, "birthday.pdf is a program"},
                                                            {{"page.html", "<!DOCTYPE html><script>x()</script>"}, "page.html is a web page or holds a script"},
                                                            {{"film.mp4", ""}, "film.mp4 is empty"},
                                                            {{"birthday.pdf", "words"}, "birthday.pdf is no PDF document"},
                                                            {{"", ""}, "Choose a file"}};
    for (const auto& [file, words] : refused) {
        auto response = upload(priya, of_child("/documents/adding"), FormNumber::random(), {file});
        EXPECT_EQ(response.status, 422) << words;
        EXPECT_THAT(response.body, HasSubstr(words));
    }
    auto both = upload(priya, of_child("/documents/adding"), FormNumber::random(), {{"mug.png", photograph()}, {"page.html", "<html>"}});
    EXPECT_EQ(both.status, 422) << "all or none";
    EXPECT_EQ(house->desk.drafts_of(priya.worker).size(), before);
    EXPECT_TRUE(house->ledger.waiting_files().empty());
}

TEST_F(Documents, go_with_a_draft_that_is_thrown_away_and_not_before) {
    auto draft = put_in({"mug.png", photograph()});
    web::pages::drop_files_of_gone_drafts(*house);
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u) << "its draft still waits";
    ASSERT_TRUE(house->desk.put_away(draft_at(draft).draft, {"It is about another day", {priya.worker, "Priya Anand"}, house->now()}));
    house->desk.sweep(house->now() + std::chrono::days(31));
    web::pages::drop_files_of_gone_drafts(*house);
    EXPECT_TRUE(house->ledger.waiting_files().empty());
}

TEST_F(Documents, are_taken_away_from_a_draft_by_a_press_and_pressed_twice_once) {
    auto form = FormNumber::random();
    auto first = upload(priya, of_child("/documents/adding"), form, {{"mug.png", photograph()}, {"scan.pdf", "%PDF-1.7 a scan"}});
    auto again = upload(priya, of_child("/documents/adding"), form, {{"mug.png", photograph()}, {"scan.pdf", "%PDF-1.7 a scan"}});
    EXPECT_EQ(first.headers.get("Location"), again.headers.get("Location"));
    EXPECT_EQ(house->ledger.waiting_files().size(), 2u);
    auto draft = std::string(first.headers.get("Location"));
    auto lines = web::pages::lines_of(web::pages::field(draft_at(draft).fields, "item.kept.files"));
    ASSERT_EQ(lines.size(), 2u);
    auto number = web::pages::file_in_line(lines[0])->number.hex();
    for (int press_again = 0; press_again < 2; ++press_again)
        EXPECT_EQ(press(priya, draft + "/files/kept/removal", {{"file", number}}).status, 303);
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u);
    EXPECT_THAT(read(priya, draft + "/files/kept").body, AllOf(HasSubstr("scan.pdf"), Not(HasSubstr("mug.png"))));
    EXPECT_EQ(read(person("Beth Rowntree"), draft + "/files/kept").status, 404);
}

TEST_F(Documents, that_are_long_come_in_pieces_and_go_on_after_a_cut) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                          {"item.content", "You sang for Nan."}, {"then", "files:kept"}});
    const auto files = std::string(begun.headers.get("Location"));
    const auto draft = files.substr(0, files.size() - 11);
    const std::string song = "RIFF\0\0\0\0WAVEfmt "s + std::string(ledger::file_piece, 'x');
    const Fields said{{"name", "song.wav"}, {"length", std::to_string(song.size())}, {"mark", "of 1 December"}};
    auto answer = press(priya, files + "/arriving", said);
    const auto at = files + "/arriving/" + text_in(parse_json(answer.body)->as_object(), "file");
    EXPECT_EQ(piece(priya, at, 0, song.substr(0, ledger::file_piece)), 200);
    EXPECT_EQ(piece(priya, at, 0, song.substr(0, ledger::file_piece)), 409) << "it came already";
    EXPECT_EQ(press(priya, at + "/end", {}).status, 409) << "it is not all here";
    EXPECT_THAT(press(priya, files + "/arriving", said).body, HasSubstr("\"kept\":262144")) << "chosen again it goes on";
    EXPECT_THAT(press(priya, files + "/arriving", {{"name", "song.wav"}, {"length", std::to_string(song.size())}, {"mark", "another"}}).body, HasSubstr("\"kept\":0"));
    EXPECT_THAT(read(priya, files).body, AllOf(HasSubstr("Not all here yet"), HasSubstr("song.wav")));
    EXPECT_EQ(piece(person("Beth Rowntree"), at, ledger::file_piece, song.substr(ledger::file_piece)), 404) << "it is Priya's draft";
    EXPECT_EQ(piece(priya, at, ledger::file_piece, song.substr(ledger::file_piece) + "more than was said"), 409);
    EXPECT_EQ(piece(priya, at, ledger::file_piece, song.substr(ledger::file_piece)), 200);
    EXPECT_TRUE(house->ledger.waiting_files().empty()) << "it is no file before its end";
    EXPECT_EQ(press(priya, at + "/end", {}).status, 200);
    EXPECT_THAT(read(priya, draft).body, HasSubstr("song.wav (sound (WAV), 257 KB)"));
    const auto said_again = press(priya, at + "/end", {});
    EXPECT_EQ(said_again.status, 200) << "its answer was lost";
    EXPECT_THAT(said_again.body, HasSubstr(files));
    EXPECT_EQ(web::pages::lines_of(field_of(draft, "item.kept.files")).size(), 1u) << "and it is there once";
    EXPECT_EQ(house->ledger.arriving_files().size(), 1u) << "the other one of that name";
    web::pages::drop_files_of_gone_drafts(*house);
    EXPECT_EQ(house->ledger.arriving_files().size(), 1u);
    house->clock = calendar::Clock::starting_at(house->now() + std::chrono::days(8));
    web::pages::drop_files_of_gone_drafts(*house);
    EXPECT_TRUE(house->ledger.arriving_files().empty()) << "nobody went on with it for a week";
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u);
}

TEST_F(Documents, that_are_long_and_no_documents_leave_nothing_behind) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                          {"item.content", "You sang for Nan."}, {"then", "files:kept"}});
    const auto files = std::string(begun.headers.get("Location"));
    EXPECT_THAT(press(priya, files + "/arriving", {{"name", "film.mp4"}, {"length", "0"}, {"mark", ""}}).body, HasSubstr("film.mp4 is empty"));
    EXPECT_THAT(press(priya, files + "/arriving", {{"name", "film.mp4"}, {"length", "209715201"}, {"mark", ""}}).body, HasSubstr("film.mp4 is longer than 200 MB"));
    const std::string program = "MZ\x90\0 a program \x01"s;
    auto answer = press(priya, files + "/arriving", {{"name", "film.mp4"}, {"length", std::to_string(program.size())}, {"mark", ""}});
    const auto at = files + "/arriving/" + text_in(parse_json(answer.body)->as_object(), "file");
    EXPECT_EQ(piece(priya, at, 0, program), 200);
    house->scanner = {VirusScanner::Wanted::Always, "/nowhere/scanner"};
    auto refused = press(priya, at + "/end", {});
    EXPECT_THAT(refused.body, HasSubstr("film.mp4 is a program"));
    EXPECT_TRUE(house->ledger.arriving_files().empty());
    EXPECT_TRUE(house->ledger.waiting_files().empty());
    auto unseen = upload(priya, files, FormNumber::random(), {{"mug.png", photograph()}});
    EXPECT_THAT(unseen.body, HasSubstr("The virus scanner does not answer"));
    EXPECT_TRUE(house->ledger.waiting_files().empty());
}

TEST_F(Documents, that_cannot_be_looked_at_now_stay_and_are_ended_later) {
    const auto files = letter_files();
    const auto at = sent_in_pieces(files, "song.wav", song_of(10));
    house->scanner = {VirusScanner::Wanted::Always, "/nowhere/scanner"};
    EXPECT_THAT(press(priya, at + "/end", {}).body, HasSubstr("scanner-silent"));
    EXPECT_EQ(house->ledger.arriving_files().size(), 1u) << "all that was sent is kept";
    house->scanner = {};
    EXPECT_EQ(press(priya, at + "/end", {}).status, 200);
    EXPECT_TRUE(house->ledger.arriving_files().empty());
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u);
}

TEST_F(Documents, that_were_whole_when_the_program_ended_and_are_named_by_no_draft_are_ended_again) {
    const auto files = letter_files();
    const auto at = sent_in_pieces(files, "song.wav", song_of(10));
    const auto arriving = house->ledger.arriving_files().front();
    ASSERT_TRUE(house->ledger.finish_file(arriving.record, arriving.file));
    EXPECT_EQ(press(person("Beth Rowntree"), at + "/end", {{"name", "song.wav"}}).status, 404);
    EXPECT_EQ(press(priya, at + "/end", {{"name", "song.wav"}}).status, 200);
    EXPECT_THAT(read(priya, files).body, HasSubstr("song.wav</strong> (sound (WAV)"));
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u);
}

TEST_F(Documents, are_not_signed_while_one_is_not_all_here) {
    auto draft = put_in({"mug.png", photograph()});
    const auto song = song_of(10);
    auto answer = press(priya, draft + "/files/kept/arriving", {{"name", "song.wav"}, {"length", std::to_string(song.size())}, {"mark", "one"}});
    ASSERT_EQ(press(priya, draft, whole(draft)).status, 303);
    auto kept = draft_at(draft);
    const Fields said{{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type},
                      {"release.how", "together"}, {"then", "sign"}};
    EXPECT_THAT(press(priya, draft + "/check", said).body, HasSubstr("A file is not all here yet: send the rest of it, or give it up"));
    EXPECT_FALSE(draft_at(draft).signed_as);
    press(priya, draft + "/files/kept/arriving/" + text_in(parse_json(answer.body)->as_object(), "file") + "/removal", {});
    EXPECT_NE(sign_as_it_stands(draft), "not signed");
}

TEST_F(Documents, chosen_after_another_was_refused_are_put_with_the_draft_that_was_begun) {
    const auto form = FormNumber::random();
    auto begin = asked(priya, of_child("/documents/adding"));
    begin.method = web::http::Method::Post;
    begin.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"accept", "application/json"}};
    begin.body = "begin=yes&csrf=" + priya.session.session.csrf + "&form_number=" + form.hex();
    ASSERT_EQ(web::http::answer(*site, begin).status, 200);
    auto response = upload(priya, of_child("/documents/adding"), form, {{"mug.png", photograph()}});
    ASSERT_EQ(response.status, 303);
    EXPECT_EQ(web::pages::lines_of(field_of(std::string(response.headers.get("Location")), "item.kept.files")).size(), 1u);
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u);
}

TEST_F(Documents, that_are_emails_are_taken_apart_and_go_into_the_note_by_a_press) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                          {"item.direction", "received"}, {"then", "files:kept"}});
    const auto files = std::string(begun.headers.get("Location"));
    const auto draft = files.substr(0, files.size() - 11);
    const auto email = "From: Helen Marsh <head@school.example>\r\nSubject: Tilly's week\r\nDate: Mon, 7 Dec 2026 15:04:05 +0000\r\nMIME-Version: 1.0\r\n"
                       "Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n<html><p>She was here <b>every day</b>.\r\n"
                       "--c\r\nContent-Disposition: attachment; filename=\"mug.png\"\r\n\r\n" + photograph() +
                       "\r\n--c\r\nContent-Disposition: attachment; filename=\"run.exe\"\r\n\r\nMZ\x90 a program \x01\r\n--c--\r\n";
    EXPECT_EQ(upload(priya, files, FormNumber::random(), {{"week.eml", email}}).status, 303);
    EXPECT_EQ(house->ledger.waiting_files().size(), 2u) << "the e-mail and the picture; the program stays inside";
    EXPECT_THAT(read(priya, files).body, AllOf(HasSubstr("Helen Marsh"), HasSubstr("7 December 2026, 15:04"), HasSubstr("run.exe. These are of no kind"), HasSubstr("mug.png</strong> (PNG picture")));
    EXPECT_EQ(field_of(draft, "item.content"), "") << "not before it is pressed";
    EXPECT_EQ(press(priya, files + "/email/" + file_in(draft), {}).status, 303);
    EXPECT_EQ(field_of(draft, "item.content"), "Helen Marsh <head@school.example> wrote on 7 December 2026, 15:04, about \"Tilly's week\":\n\nShe was here every day.");
    EXPECT_EQ(field_of(draft, "item.when-came.time"), "15:04");
    EXPECT_EQ(field_of(draft, "item.means"), "e-mail");
    EXPECT_EQ(field_of(draft, "item.from-whom.1.name"), "Helen Marsh");
    auto broken = upload(priya, files, FormNumber::random(), {{"other.eml", "only words"}});
    EXPECT_THAT(broken.body, HasSubstr("other.eml: That is no e-mail that can be read"));
}

TEST_F(Documents, that_are_emails_of_Outlook_are_kept_and_read_beside_as_any_program_reads_them) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                          {"item.direction", "received"}, {"then", "files:kept"}});
    const auto files = std::string(begun.headers.get("Location"));
    const auto draft = files.substr(0, files.size() - 11);
    std::ifstream kept("tests/acceptance/web/week.msg", std::ios::binary); // invented; its container was made by another program than the one that reads it
    const std::string message{std::istreambuf_iterator<char>(kept), {}};
    ASSERT_GT(message.size(), 4096u);
    EXPECT_EQ(upload(priya, files, FormNumber::random(), {{"week.msg", message}}).status, 303);
    EXPECT_EQ(house->ledger.waiting_files().size(), 3u) << "the message, the same as .eml, and what was with it";
    EXPECT_THAT(read(priya, files).body, AllOf(HasSubstr("week.msg</strong> (e-mail of Outlook"), HasSubstr("week.eml</strong> (e-mail"), HasSubstr("books.txt</strong> (plain text"),
                                               HasSubstr("Helen Marsh"), HasSubstr("7 December 2026, 15:04")));
    std::string number;
    for (const auto& line : web::pages::lines_of(field_of(draft, "item.kept.files")))
        if (auto file = web::pages::file_in_line(line); file && file->name == "week.eml")
            number = file->number.hex();
    EXPECT_EQ(press(priya, files + "/email/" + number, {}).status, 303);
    EXPECT_THAT(field_of(draft, "item.content"), HasSubstr("Tilly was here every day – and read to the little ones."));
    auto cut = upload(priya, files, FormNumber::random(), {{"cut.msg", message.substr(0, message.size() / 3)}});
    EXPECT_THAT(cut.body, AnyOf(HasSubstr("cut.msg: That is no e-mail of Outlook that can be read"), HasSubstr("cut.msg is no e-mail of Outlook")));
    auto lies = upload(priya, files, FormNumber::random(), {{"plan.msg", photograph()}});
    EXPECT_THAT(lies.body, HasSubstr("plan.msg is no e-mail of Outlook"));
    EXPECT_EQ(house->ledger.waiting_files().size(), 3u) << "nothing half kept";
}

TEST_F(Documents, that_a_made_up_line_names_are_neither_read_nor_dropped) {
    const Sent secret{"secret.eml", "From: Helen Marsh <head@school.example>\r\nDate: Mon, 7 Dec 2026 15:04:05 +0000\r\n\r\nWhat only some may read.\r\n"};
    const auto elsewhere = put_in(secret); // waits for another draft
    const auto line_elsewhere = field_of(elsewhere, "item.kept.files");
    const auto in_record = put_in(secret);
    const auto line_in_record = field_of(in_record, "item.kept.files");
    const auto entry = sign(in_record);
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                          {"item.kept.files", line_elsewhere + "\n" + line_in_record}, {"then", "files:kept"}});
    const auto files = std::string(begun.headers.get("Location"));
    const auto draft = files.substr(0, files.size() - 11);
    ASSERT_EQ(field_of(draft, "item.kept.files"), line_elsewhere + "\n" + line_in_record) << "a line is taken as it is typed";
    EXPECT_THAT(read(priya, files).body, Not(HasSubstr("What only some may read")));
    for (const auto& line : {line_elsewhere, line_in_record}) {
        const auto number = web::pages::file_in_line(line)->number.hex();
        EXPECT_EQ(press(priya, files + "/email/" + number, {}).status, 303);
        EXPECT_EQ(field_of(draft, "item.content"), "");
        EXPECT_EQ(press(priya, files + "/removal", {{"file", number}}).status, 303);
    }
    EXPECT_EQ(field_of(draft, "item.kept.files"), "");
    EXPECT_EQ(house->ledger.waiting_files().size(), 1u) << "it waits for its own draft as before";
    EXPECT_EQ(read(priya, of_child("/entries/" + entry + "/files/" + file_in_record(entry))).status, 200);
}

TEST_F(Documents, that_are_text_are_read_in_the_page_and_nothing_in_them_runs) {
    auto entry = sign(put_in({"said.txt", "Ty said: 1 < 2 & \"that\" is <b>bold</b>."}));
    const auto at = of_child("/entries/" + entry + "/files/" + file_in_record(entry));
    EXPECT_THAT(read(priya, of_child("/entries/" + entry)).body, HasSubstr(at + "/words"));
    EXPECT_THAT(read(priya, at + "/words").body, AllOf(HasSubstr("1 &lt; 2 &amp; "), Not(HasSubstr("<b>bold</b>"))));
    EXPECT_EQ(read(priya, at + "/shown").status, 404);
    EXPECT_EQ(read(person("Beth Rowntree"), at + "/words").status, 404);
}

TEST_F(Documents, are_given_in_the_part_that_a_player_asks_for) {
    const std::string song = "RIFF\0\0\0\0WAVEfmt "s + std::string(1000, 'x') + "the end";
    auto entry = sign(put_in({"song.wav", song}));
    const auto at = of_child("/entries/" + entry + "/files/" + file_in_record(entry) + "/shown");
    auto whole_song = read(priya, at);
    EXPECT_EQ(whole_song.headers.get("Accept-Ranges"), "bytes");
    EXPECT_EQ(lifestory::whole(*whole_song.long_body), song);
    auto part = read_with(priya, at, {"range", "bytes=-7"});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(lifestory::whole(*part.long_body), "the end");
    EXPECT_EQ(part.headers.get("X-Content-Type-Options"), "nosniff");
}

TEST_F(Documents, a_letter_takes_its_scan_with_its_words_without_script) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "correspondence"},
                                          {"item.content", "The school wrote that you were there every day."}, {"then", "files:kept"}});
    auto page = std::string(begun.headers.get("Location"));
    ASSERT_TRUE(page.ends_with("/files/kept")) << page;
    EXPECT_EQ(upload(priya, page, FormNumber::random(), {{"letter.pdf", "%PDF-1.7 from the school"}}).status, 303);
    auto draft = page.substr(0, page.size() - 11);
    EXPECT_THAT(read(priya, draft).body, AllOf(HasSubstr("letter.pdf"), HasSubstr("The school wrote that you were there every day.")));
    EXPECT_EQ(read(priya, draft + "/files/content").status, 404) << "that item takes no files";
}

TEST_F(Documents, a_newer_version_stands_on_top_and_the_former_stays) {
    auto former = sign(put_in({"plan.pdf", "%PDF-1.7 the first"}));
    auto draft = put_in({"plan.pdf", "%PDF-1.7 the second"}, "?newer=" + former);
    EXPECT_EQ(draft_at(draft).record_type, "newer-document");
    auto newer = sign(draft);
    auto list = read(priya, of_child("/documents")).body;
    EXPECT_LT(list.find("/entries/" + newer), list.find("/entries/" + former));
    EXPECT_THAT(list, AllOf(HasSubstr("1 earlier version"), HasSubstr("The handle is painted too."), HasSubstr("1 document")));
    EXPECT_EQ(lifestory::whole(*read(priya, of_child("/entries/" + former + "/files/" + file_in_record(former))).long_body), "%PDF-1.7 the first");
    EXPECT_EQ(lifestory::whole(*read(priya, of_child("/entries/" + newer + "/files/" + file_in_record(newer))).long_body), "%PDF-1.7 the second");
}

TEST_F(Documents, a_line_that_somebody_made_up_is_not_signed) {
    auto draft = put_in({"mug.png", photograph()});
    auto file = *web::pages::file_in_line(web::pages::field(draft_at(draft).fields, "item.kept.files"));
    file.sha256 = to_hex(view(sha256("another picture")));
    auto fields = whole(draft);
    Fields made_up;
    for (const auto& one : fields)
        made_up.add(one.name, one.name == "item.kept.files" ? web::pages::line_of(file) : one.value);
    ASSERT_EQ(press(priya, draft, made_up).status, 303);
    auto kept = draft_at(draft);
    auto refused = press(priya, draft + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()},
                                                   {"type", kept.record_type}, {"release.how", "together"}, {"then", "sign"}});
    EXPECT_NE(refused.status, 303);
    EXPECT_FALSE(draft_at(draft).signed_as);
}

} // namespace

} // namespace lifestory::acceptance
