// Documents over HTTP (pages.md 6.14), on the demonstration: put in, signed, listed, given back byte for byte; a newer version on top of
// the former. And what must not be: a program kept, a file that outlives its draft, another child's file, one before it is signed.
#include <gmock/gmock.h>

#include "acceptance/putting_in.h"
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

class Documents : public PuttingIn {};

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
    EXPECT_EQ(press(priya, draft, whole(draft)).status, 303);
    EXPECT_THAT(read(priya, draft + "/check").body, AllOf(HasSubstr("The policy does not write this to Tilly"), Not(HasSubstr("When will Tilly read this?"))));
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
    const auto herself = "person:" + record().child->person->hex();
    const auto page = read(priya, giving).body;
    EXPECT_THAT(page, HasSubstr("<option value=\"" + herself + "\">Tilly Barrow</option>"));
    EXPECT_EQ(page.find("<option value=\"person:"), page.find("<option value=\"" + herself)) << "she is offered first";
    auto given_on = [&](const std::string& day) {
        Fields given{{"form_number", draft_at(giving).form.hex()}, {"version", std::to_string(draft_at(giving).version)}, {"item.to-whom", herself},
                     {"item.copy", "we keep a copy"}, {"item.happened", "You took it home to Nan's."}};
        for (const auto& [name, value] : draft_at(giving).fields)
            if (!name.starts_with("item.") && name != "when.day")
                given.add(name, value);
        given.add("when.day", day);
        return given;
    };
    EXPECT_EQ(press(priya, giving, given_on("22")).status, 303);
    EXPECT_THAT(read(priya, giving + "/check").body, HasSubstr("It came to us on 23 December 2026. It cannot have been given back before that day"));
    EXPECT_EQ(press(priya, giving, given_on("23")).status, 303);
    EXPECT_THAT(read(priya, giving + "/check").body, Not(HasSubstr("It cannot have been given back")));
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
    auto both = upload(priya, of_child("/documents/adding"), FormNumber::random(), {{"birthday.pdf", "words"}, {"page.html", "<html>"}});
    EXPECT_THAT(both.body, AllOf(HasSubstr("birthday.pdf is no PDF document"), HasSubstr("page.html is a web page"), HasSubstr("data-begins"))) << "nothing is kept, so nothing is begun";
    EXPECT_EQ(house->desk.drafts_of(priya.worker).size(), before);
    EXPECT_TRUE(house->ledger.waiting_files().empty());
}

TEST_F(Documents, that_are_good_are_kept_beside_a_bad_one_which_is_named) {
    const std::vector<Sent> chosen{{"mug.png", photograph()}, {"page.html", "<html>"}, {"scan.pdf", "%PDF-1.7 a scan"}, {"empty.png", ""}};
    const auto form = FormNumber::random();
    auto answer = upload(priya, of_child("/documents/adding"), form, chosen);
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("page.html is a web page or holds a script"), HasSubstr("empty.png is empty"), HasSubstr("mug.png</strong> (PNG picture"),
                                   HasSubstr("scan.pdf</strong> (PDF document"), HasSubstr("These are kept. Only what is named above is not with them")));
    auto begun = house->desk.draft_of_form(form);
    ASSERT_TRUE(begun);
    const auto draft = "/drafts/" + begun->draft.hex();
    EXPECT_EQ(web::pages::lines_of(field_of(draft, "item.kept.files")).size(), 2u);
    EXPECT_EQ(house->ledger.waiting_files().size(), 2u) << "and nothing of the bad ones";
    EXPECT_THAT(upload(priya, of_child("/documents/adding"), form, chosen).body, HasSubstr("page.html is a web page")) << "pressed twice it still says so";
    EXPECT_EQ(upload(priya, draft + "/files/kept", FormNumber::random(), chosen).status, 422);
    EXPECT_EQ(web::pages::lines_of(field_of(draft, "item.kept.files")).size(), 2u) << "what is there already is not there twice";
    EXPECT_EQ(house->ledger.waiting_files().size(), 2u);
    upload(priya, draft + "/files/kept", FormNumber::random(), {{"page.html", "<html>"}, {"note.txt", "You sang for Nan."}});
    EXPECT_EQ(house->ledger.waiting_files().size(), 3u);
    EXPECT_THAT(read(priya, "/drafts").body, HasSubstr("Document, Tilly: mug.png and 2 more files")) << "a draft of files alone is named by its first";
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
