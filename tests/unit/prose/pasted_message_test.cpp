// A pasted e-mail cut to what somebody wrote in it: nothing of the message is lost, and nothing else of the draft is touched.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "prose/pasted_email.h"
#include "reading.h"

using namespace lifestory::prose;

namespace {

// The message of the first pasted e-mail in a text; empty: there is none to show alone.
std::string message_of(std::string_view text) {
    for (const auto& finding : check(text, small_reader(), about_tilly()))
        if (finding.category == Category::PastedEmail) {
            auto message = message_in(text, {finding.begin, finding.end}, small_reader());
            return message ? std::string(text.substr(message->begin, message->end - message->begin)) : "";
        }
    ADD_FAILURE() << "no pasted e-mail is found in: " << text;
    return "";
}

} // namespace

TEST(PastedMessage, stands_alone_without_header_sign_off_small_print_and_the_mail_it_answers) {
    EXPECT_EQ(message_of("I had this from school today.\n\n"
                         "From: Helen Frost <h.frost@oakbank.example>\nSent: 22 December 2026 09:12\nTo: Priya Anand\nSubject: Tilly\n\n"
                         "Dear Priya,\n\nTilly was sick twice this week. I rang her nan on Monday.\n\n"
                         "Kind regards\nHelen Frost\nSchool Nurse\n01632 960 123\n\n"
                         "This email is intended for the addressee and is confidential and privileged.\n\n"
                         "From: Priya Anand\nSent: 21 December 2026\nTo: Helen Frost\n\nHow has she been?\n"),
              "Dear Priya,\n\nTilly was sick twice this week. I rang her nan on Monday.");
}

TEST(PastedMessage, keeps_words_that_only_begin_like_a_sign_off) {
    EXPECT_EQ(message_of("From: Helen Frost <h.frost@oakbank.example>\nTo: Priya Anand\n\n"
                         "Many thanks for ringing\nTilly was sick twice this week.\n\nMany thanks\nKind regards\nHelen"),
              "Many thanks for ringing\nTilly was sick twice this week.");
}

TEST(PastedMessage, below_what_it_answers_is_kept) {
    EXPECT_EQ(message_of("On 21 December 2026 Priya Anand wrote:\n> How has she been?\n> Has she eaten?\n\nShe was sick twice this week."), "She was sick twice this week.");
}

TEST(PastedMessage, that_is_nothing_but_quoted_lines_is_not_offered) {
    EXPECT_EQ(message_of("> How has she been?\n> Has she eaten her breakfast?\n"), "");
}

TEST(PastedMessage, of_any_bytes_stands_within_its_paste) {
    using namespace std::string_view_literals;
    for (auto text : {"From: a@b.c\nTo: \xff\n\xc3\nKind regards"sv, ">\n> \0 abc\n"sv, "Hi \xff,\n\nKind regards\n\xf0\x9f"sv, "disclaimer:\r\n"sv, "From: a\nTo: b\n"sv})
        for (const auto& finding : check(text, small_reader(), about_tilly()))
            if (finding.category == Category::PastedEmail)
                if (auto message = message_in(text, {finding.begin, finding.end}, small_reader())) {
                    EXPECT_LT(message->begin, message->end);
                    EXPECT_GE(message->begin, finding.begin);
                    EXPECT_LE(message->end, finding.end);
                }
}
