// E-mails as files: what a person sends is taken apart whole, and what nobody sends is refused or read as far as it can be.
#include "casework/read_email.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace lifestory::casework {

namespace {

std::string letter(const std::string& body, const std::string& type = "text/plain; charset=utf-8") {
    return "From: Helen Marsh <head@school.example>\r\nTo: priya.anand@northmere.example\r\nSubject: Tilly's week\r\n"
           "Date: Mon, 7 Dec 2026 15:04:05 +0000\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
}

std::string part(const std::string& head, const std::string& body) { return "--b\r\n" + head + "\r\n\r\n" + body + "\r\n"; }

std::string refused(const std::string& bytes) {
    auto email = read_email(bytes);
    return email ? "read" : email.refusal().code;
}

TEST(Email, says_who_sent_it_when_and_about_what) {
    auto email = read_email(letter("Dear Priya,\r\nTilly was here every day.\r\n")).value();
    EXPECT_EQ(email.from, "Helen Marsh <head@school.example>");
    EXPECT_EQ(email.to, "priya.anand@northmere.example");
    EXPECT_EQ(email.subject, "Tilly's week");
    EXPECT_EQ(calendar::utc(*email.sent), "2026-12-07T15:04:05.000Z");
    EXPECT_EQ(email.words, "Dear Priya,\nTilly was here every day.");
    EXPECT_TRUE(email.attachments.empty());
}

TEST(Email, gives_what_was_with_it_byte_for_byte_and_in_its_order) {
    auto email = read_email(letter(part("Content-Type: multipart/alternative; boundary=c",
                                        "--c\r\nContent-Type: text/plain\r\n\r\nShort words.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Short <b>words</b>.\r\n--c--") +
                                       part("Content-Type: image/png; name=\"mug.png\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"mug.png\"",
                                            "iVBORw0KGgoAAA==") +
                                       part("Content-Type: text/plain; name=\"=?utf-8?q?=C5=B5yna.txt?=\"\r\nContent-Disposition: attachment", "a list") + part("Content-Type: application/pdf", "%PDF-1.7") +
                                       "--b--\r\n",
                                   "multipart/mixed; boundary=b"))
                     .value();
    EXPECT_EQ(email.words, "Short words.");
    using namespace std::string_literals;
    EXPECT_EQ(email.attachments, (std::vector<Attachment>{{"mug.png", "\x89PNG\r\n\x1a\n\0\0"s}, {"ŵyna.txt", "a list"}, {"attachment 3", "%PDF-1.7"}}));
}

TEST(Email, that_is_a_page_is_read_as_its_words_alone) {
    auto email = read_email(letter("<html><head><title>x</title><style>p{}</style></head><body><p>Dear Priya,</p><div>Tilly &amp; Nan<br>came.</div>"
                                   "<script>fetch('/')</script><img src='https://elsewhere.example/seen'></body></html>",
                                   "text/html; charset=utf-8"))
                     .value();
    EXPECT_EQ(email.words.find("fetch"), std::string::npos);
    EXPECT_EQ(email.words.find("elsewhere"), std::string::npos);
    EXPECT_NE(email.words.find("Dear Priya,"), std::string::npos);
    EXPECT_NE(email.words.find("Tilly & Nan\ncame."), std::string::npos) << email.words;
}

TEST(Email, within_an_email_stays_whole_as_a_file_of_its_own) {
    auto email = read_email(letter(part("Content-Type: text/plain", "See below.") + part("Content-Type: message/rfc822", letter("The inner words.")) + "--b--\r\n", "multipart/mixed; boundary=b")).value();
    EXPECT_EQ(email.words, "See below.");
    ASSERT_EQ(email.attachments.size(), 1u);
    EXPECT_EQ(email.attachments[0].name, "Tilly's week.eml");
    EXPECT_EQ(read_email(email.attachments[0].bytes).value().words, "The inner words.");
}

TEST(Email, in_an_old_alphabet_or_a_broken_one_loses_no_more_than_those_letters) {
    EXPECT_EQ(read_email(letter("caf\xe9", "text/plain; charset=iso-8859-1")).value().words, "café");
    EXPECT_EQ(read_email(letter("caf=E9 =", "text/plain; charset=no-such-alphabet\r\nContent-Transfer-Encoding: quoted-printable")).value().words.substr(0, 3), "caf");
    EXPECT_EQ(read_email(letter("Tilly \xff\xfe was here")).value().words.substr(0, 6), "Tilly ");
    auto broken = read_email(letter(part("Content-Type: image/png; name=\"mug.png\"\r\nContent-Transfer-Encoding: base64", "!!!! not base64 !!!!"), "multipart/mixed; boundary=b"));
    ASSERT_TRUE(broken) << "its last boundary is missing too";
    EXPECT_EQ(broken->attachments.size(), 1u);
}

TEST(Email, that_nobody_sends_is_refused_and_stops_nothing) {
    EXPECT_EQ(refused(""), "email-broken");
    EXPECT_EQ(refused("Dear Tilly,\nyou were brave.\n"), "email-broken");
    std::string nested = "From: a@b.example\r\n";
    for (int depth = 0; depth < 20'000; ++depth)
        nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(depth) + "\r\n\r\n--b" + std::to_string(depth) + "\r\n";
    EXPECT_EQ(refused(nested), "email-too-much");
    std::string deep = "From: a@b.example\r\n";
    for (int depth = 0; depth < 20; ++depth)
        deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(depth) + "\r\n\r\n--b" + std::to_string(depth) + "\r\n";
    EXPECT_EQ(refused(deep + "Content-Type: text/plain\r\n\r\nwords\r\n"), "email-too-much");
    std::string many;
    for (int i = 0; i < 60; ++i)
        many += part("Content-Type: image/png", "x");
    EXPECT_EQ(refused(letter(many + "--b--\r\n", "multipart/mixed; boundary=b")), "email-too-much");
    EXPECT_EQ(refused(std::string(longest_email + 1, 'x')), "email-too-much");
    auto deep_page = letter(std::string(), "text/html");
    for (int i = 0; i < 100'000; ++i)
        deep_page += "<div>";
    EXPECT_EQ(refused(deep_page + "words"), "read");
}

std::string repeated(std::string_view words, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += words;
    return all;
}

TEST(Email, whose_addresses_are_groups_within_groups_is_refused_before_anything_goes_into_them) {
    const auto groups = repeated("a:", 100'000);
    for (const auto& head : {"From: " + groups, "From: x@y.example\r\nCc: " + groups, "From: x@y.example\r\nTo: " + repeated("a:\r\n ", 100'000), "Subject: x\r\nfrom : " + groups,
                             "From: x@y.example\r\nTo: " + repeated("a:\n\t", 100'000)})
        EXPECT_EQ(refused(head + "\r\n\r\nwords\r\n"), "email-too-much") << head.substr(0, 30);
    EXPECT_EQ(refused(letter(part("Content-Type: message/rfc822", "From: " + groups + "\r\n\r\nwords") + "--b--\r\n", "multipart/mixed; boundary=b")), "email-too-much");
    EXPECT_EQ(refused("From: x@y.example\r\nTo: " + repeated("a,", 25'000) + "\r\n\r\nwords\r\n"), "email-too-much");
    EXPECT_EQ(refused("From: x@y.example\r\nTo: " + repeated("a:", 1'900) + "\r\n\r\nwords\r\n"), "read");
    EXPECT_EQ(refused(letter(repeated("at 9:00: was here\r\n", 5'000))), "read") << "what stands in its words line by line is no group";
    for (const auto* sign : {"(", "<", "\"", "@", "[", "\\", "<@"})
        EXPECT_EQ(refused("From: x@y.example\r\nDate: " + repeated(sign, 100'000) + "\r\nTo: " + repeated(sign, 100'000) + "\r\n\r\nwords\r\n"), "read") << sign;
}

TEST(Email, that_announces_what_is_nested_in_any_spelling_is_refused) {
    for (const std::string announced : {"multipart/mixed; boundary =b", "multipart/mixed; boundary*=b", "multipart/mixed; boundary*0=b", "multipart/mixed; BOUNDARY\r\n\t= b", "multipart/mixed; boundary (x) =b"}) {
        std::string nested = "From: a@b.example\r\n";
        for (int depth = 0; depth < 20'000; ++depth)
            nested += "Content-Type: " + announced + std::to_string(depth) + "\r\n\r\n--b" + std::to_string(depth) + "\r\n";
        EXPECT_EQ(refused(nested), "email-too-much") << announced;
    }
    for (const auto* type : {"message / rfc822", "message/news", "(x)message (y)/rfc822", "Message\r\n / rfc822"})
        EXPECT_EQ(refused("From: a@b.example\r\n" + repeated(std::string("Content-Type: ") + type + "\r\n\r\n", 20'000)), "email-too-much") << type;
    EXPECT_EQ(refused(letter(repeated("See https://school.example/message/7 about the boundary.\r\n", 500))), "read");
}

TEST(Email, whose_plain_words_are_blank_is_read_as_its_page) {
    auto email = read_email(letter(part("Content-Type: text/plain; charset=utf-8", " \r\n\u00a0\r\n") + part("Content-Type: text/html", "<p>Tilly was here.</p>") + "--b--\r\n", "multipart/alternative; boundary=b")).value();
    EXPECT_EQ(email.words, "Tilly was here.");
}

TEST(Email, within_an_email_keeps_every_byte_also_after_a_nul) {
    using namespace std::string_literals;
    const auto inner = letter("The inner\0 words."s);
    auto email = read_email(letter(part("Content-Type: message/rfc822", inner) + "--b--\r\n", "multipart/mixed; boundary=b")).value();
    ASSERT_EQ(email.attachments.size(), 1u);
    EXPECT_NE(email.attachments[0].bytes.find("The inner\0 words."s), Bytes::npos);
}

TEST(Email, that_goes_on_for_longer_than_anybody_reads_says_so_after_its_first_words) {
    std::string words;
    while (words.size() < longest_words + 1000)
        words += "Tŷ Tilly. ";
    auto email = read_email(letter(words)).value();
    EXPECT_LT(email.words.size(), longest_words + 50);
    EXPECT_TRUE(email.words.starts_with("Tŷ Tilly. Tŷ Tilly."));
    EXPECT_TRUE(email.words.ends_with("\n\n(It goes on in the e-mail itself.)"));
    EXPECT_TRUE(clean_text(email.words)) << "cut between letters";
    const std::string dashes = repeated("\u2014", 100'000); // three bytes each, and no blank to be cut at
    EXPECT_TRUE(clean_text(read_email(letter(dashes)).value().words));
}

TEST(Email, is_told_by_the_name_of_its_file) {
    EXPECT_TRUE(is_named_as_email("Tilly's week.EML"));
    EXPECT_FALSE(is_named_as_email("eml"));
    EXPECT_FALSE(is_named_as_email("week.pdf"));
}

} // namespace

} // namespace lifestory::casework
