// E-mails put in as files (pages.md 6.14), on the demonstration: taken apart, with what was left out said; what they say of themselves in the note
// where nothing stands. And what must not be: words of a file that waits for another draft.
#include <fstream>

#include <gmock/gmock.h>

#include "acceptance/putting_in.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

class Emails : public PuttingIn {};

TEST_F(Emails, are_taken_apart_and_go_into_the_note_where_nothing_stands) {
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
    EXPECT_THAT(read(priya, files).body, AllOf(HasSubstr("Helen Marsh"), HasSubstr("7 December 2026, 15:04"), HasSubstr("run.exe is a program"), HasSubstr("What is left out stays inside the e-mail"), HasSubstr("mug.png</strong> (PNG picture")));
    for (const auto& page : {read(priya, draft).body, read(priya, draft + "/check").body})
        EXPECT_THAT(page, AllOf(HasSubstr("Taken from week.eml, for you to look at: "), HasSubstr("“Who from, or who to”"), HasSubstr("“What it says”"), HasSubstr("“Day and time”"), HasSubstr("“When did it happen?”"),
                                HasSubstr("Left out of the files, and only inside week.eml: run.exe is a program")));
    EXPECT_EQ(field_of(draft, "item.content"), "Helen Marsh <head@school.example> wrote on 7 December 2026, 15:04, about \"Tilly's week\":\n\nShe was here every day.");
    EXPECT_EQ(field_of(draft, "item.when-came.time"), "15:04");
    EXPECT_EQ(field_of(draft, "item.means"), "e-mail");
    EXPECT_EQ(field_of(draft, "when.day") + field_of(draft, "when.month"), "712") << "the note has its day";
    EXPECT_EQ(field_of(draft, "item.from-whom.1.name"), "Helen Marsh");
    EXPECT_THAT(read(priya, files).body, Not(HasSubstr("Put sender, day and words into the note"))) << "there is nothing left to put";
    auto changed = draft_at(draft);
    changed.fields["item.content"] = "Helen Marsh wrote that you were there every day.";
    ASSERT_TRUE(house->desk.save({changed.draft, changed.version, changed.fields, "", {priya.worker, "Priya Anand"}, house->now()}));
    EXPECT_THAT(read(priya, draft).body, AllOf(HasSubstr("Taken from week.eml"), Not(HasSubstr("“What it says”")))) << "it is in her own words now";
    auto second = upload(priya, files, FormNumber::random(), {{"more.eml", "From: Sam Lee <sam@school.example>\r\nDate: Tue, 8 Dec 2026 09:00:00 +0000\r\n\r\nShe was late.\r\n"}});
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(field_of(draft, "item.content"), "Helen Marsh wrote that you were there every day.") << "what stands there stays";
    EXPECT_EQ(field_of(draft, "item.from-whom.1.name"), "Helen Marsh");
    auto emptied = draft_at(draft);
    emptied.fields.erase("item.content");
    ASSERT_TRUE(house->desk.save({emptied.draft, emptied.version, emptied.fields, "", {priya.worker, "Priya Anand"}, house->now()}));
    std::string number;
    for (const auto& line : web::pages::lines_of(field_of(draft, "item.kept.files")))
        if (auto file = web::pages::file_in_line(line); file && file->name == "more.eml")
            number = file->number.hex();
    EXPECT_THAT(read(priya, files).body, HasSubstr("action=\"" + files + "/email/" + number + "\""));
    EXPECT_EQ(press(priya, files + "/email/" + number, {}).status, 303);
    EXPECT_THAT(field_of(draft, "item.content"), HasSubstr("She was late.")) << "of two the one that is pressed";
    auto broken = upload(priya, files, FormNumber::random(), {{"other.eml", "only words"}});
    EXPECT_THAT(broken.body, HasSubstr("other.eml: That is no e-mail that can be read"));
}

TEST_F(Emails, from_one_of_us_are_said_to_be_sent_and_to_whom) {
    const auto draft = letter_files().substr(0, 8 + DraftId::random().hex().size());
    const auto email = "From: Priya Anand <priya.anand@northmere.example>\r\nTo: \"Helen Marsh\" <head@school.example>\r\nDate: Mon, 7 Dec 2026 15:04:05 +0000\r\n\r\nThank you.\r\n"s;
    EXPECT_EQ(upload(priya, draft + "/files/kept", FormNumber::random(), {{"thanks.eml", email}}).status, 303);
    EXPECT_EQ(field_of(draft, "item.direction"), "sent");
    EXPECT_EQ(field_of(draft, "item.from-whom.1.name"), "Helen Marsh");
    EXPECT_EQ(field_of(draft, "item.content"), "You sang for Nan.") << "what stood there stays";
}

TEST_F(Emails, of_Outlook_are_kept_and_read_beside_as_any_program_reads_them) {
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
    EXPECT_FALSE(number.empty());
    EXPECT_THAT(field_of(draft, "item.content"), HasSubstr("Tilly was here every day – and read to the little ones."));
    auto cut = upload(priya, files, FormNumber::random(), {{"cut.msg", message.substr(0, message.size() / 3)}});
    EXPECT_THAT(cut.body, AnyOf(HasSubstr("cut.msg: That is no e-mail of Outlook that can be read"), HasSubstr("cut.msg is no e-mail of Outlook")));
    auto lies = upload(priya, files, FormNumber::random(), {{"plan.msg", photograph()}});
    EXPECT_THAT(lies.body, HasSubstr("plan.msg is no e-mail of Outlook"));
    EXPECT_EQ(house->ledger.waiting_files().size(), 3u) << "nothing half kept";
}

TEST_F(Emails, that_a_made_up_line_names_are_neither_read_nor_dropped) {
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

} // namespace

} // namespace lifestory::acceptance
