#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/fault.h"
#include "web/http/form.h"
#include "web/http/multipart.h"

using namespace lifestory;
using namespace lifestory::web::http;

namespace {

std::string part(std::string disposition, std::string content) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

std::string joined_bytes(const std::vector<std::string>& pieces) {
    std::string all;
    for (const auto& piece : pieces)
        all += piece + "\r\n-";
    return all;
}

} // namespace

TEST(HttpForm, keeps_repeated_fields_in_their_order) {
    auto fields = read_urlencoded("seen=alone&note=Hello+Tilly%21&seen=awake&empty=&bare&&a=b=c").value();
    EXPECT_EQ(fields.all("seen"), (std::vector<std::string>{"alone", "awake"}));
    EXPECT_EQ(fields.get("note"), "Hello Tilly!");
    EXPECT_TRUE(fields.has("empty") && fields.has("bare"));
    EXPECT_EQ(fields.get("a"), "b=c");
    EXPECT_EQ(fields.size(), 6u);
}

TEST(HttpForm, refuses_broken_percent_signs_nul_and_too_many_fields) {
    for (auto bad : {"a=%", "a=%4", "a=%zz", "%=a", "a=%00", "a=%-1"})
        EXPECT_EQ(read_urlencoded(bad).refusal().code, "bad-form") << bad;
    std::string many = "a=b";
    for (std::size_t i = 1; i < most_fields; ++i)
        many += "&a=b";
    EXPECT_TRUE(read_urlencoded(many));
    EXPECT_FALSE(read_urlencoded(many + "&a=b"));
}

RC_GTEST_PROP(HttpForm, reads_back_what_it_writes, (const std::vector<std::pair<std::string, std::string>>& pairs)) {
    Fields fields;
    for (const auto& [name, value] : pairs)
        if (name.find('\0') == std::string::npos && value.find('\0') == std::string::npos && fields.size() < most_fields)
            fields.add(name, value);
    RC_ASSERT(read_urlencoded(write_urlencoded(fields)).value() == fields);
}

TEST(HttpForm, reads_multipart_fields_and_uploads) {
    auto body = part("name=\"note\"", "Two\r\nlines, --b not at a line's end") + part("name=\"note\"", "") +
                "--b\r\nContent-Type: image/jpeg\r\ncontent-disposition: FORM-DATA; name=\"photo\"; "
                "filename=\"C:\\folder\\a%22b.jpg\"\r\nX-Other: ignored\r\n\r\n\xff\xd8\r\n\r\n-\r\n" +
                part("name=\"nothing\"; filename=\"\"", "") + "--b--\r\n";
    auto form = read_multipart(body, "b").value();
    EXPECT_EQ(form.all("note"), (std::vector<std::string>{"Two\r\nlines, --b not at a line's end", ""}));
    ASSERT_EQ(form.uploads.size(), 1u);
    EXPECT_EQ(form.uploads[0], (Upload{"photo", "a\"b.jpg", "image/jpeg", "\xff\xd8\r\n\r\n-"}));
}

TEST(HttpForm, refuses_multipart_that_is_not_written_to_the_letter) {
    const auto good = part("name=\"a\"", "b");
    ASSERT_TRUE(read_multipart(good + "--b--", "b"));
    for (const auto& bad : std::vector<std::string>{
             "", good, good + "--b", good + "--b--more", "preamble\r\n" + good + "--b--", good + "--c--",
             "--b\r\n\r\nno disposition\r\n--b--", part("filename=\"a\"", "no name") + "--b--",
             part("name=\"a\"; name=\"b\"", "two names") + "--b--", part("name=a", "no quotes") + "--b--",
             part("name=\"a\"; filename*=\"x\"", "extended name") + "--b--", part("name=\"a", "open quote") + "--b--",
             "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--b--",
             "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nYg==\r\n--b--",
             "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nno colon\r\n\r\nb\r\n--b--",
             "--b\nContent-Disposition: form-data; name=\"a\"\n\nb\n--b--"})
        EXPECT_EQ(read_multipart(bad, "b").refusal().code, "bad-form") << bad;
    EXPECT_FALSE(read_multipart(good + "--b--", ""));
    EXPECT_FALSE(read_multipart(good + "--b--", std::string(71, 'b')));
    EXPECT_FALSE(read_multipart(good + "--b--", "b\r\n"));
}

RC_GTEST_PROP(HttpForm, finds_any_bytes_again_that_do_not_hold_the_boundary, (const std::string& content)) {
    auto body = "--a long boundary\r\nContent-Disposition: form-data; name=\"x\"; filename=\"f\"\r\n\r\n" + content +
                "\r\n--a long boundary--";
    RC_ASSERT(read_multipart(body, "a long boundary").value().uploads.at(0).bytes == content);
}

// Wherever the line cuts what is sent, it reads the same.
RC_GTEST_PROP(HttpForm, reads_the_same_however_it_is_cut, (const std::vector<std::string>& pieces)) {
    std::string body = part("name=\"note\"", "words\r\n--not it") + part("name=\"photo\"; filename=\"a.jpg\"", joined_bytes(pieces)) + part("name=\"last\"", "") + "--b--\r\n";
    const auto at_once = read_multipart(body, "b");
    const auto step = *rc::gen::inRange<std::size_t>(1, 12);
    MultipartReader reader("b", body.size());
    Outcome taken = Nothing{};
    for (std::size_t at = 0; taken && at < body.size(); at += step)
        taken = reader.take(std::string_view(body).substr(at, step));
    const auto in_steps = taken ? reader.finish() : Result<Form>(taken.refusals());
    RC_ASSERT(in_steps.has_value() == at_once.has_value());
    if (at_once)
        RC_ASSERT(*in_steps == *at_once);
}

TEST(HttpForm, sets_a_file_aside_sealed_and_holds_only_its_fields) {
    std::string film;
    for (int i = 0; i < 900'000; ++i)
        film += static_cast<char>(i * 31 % 251);
    const auto body = part("name=\"note\"", "words") + part("name=\"film\"; filename=\"a.mp4\"", film) + "--b--";
    MultipartReader reader("b", 100, [] { return std::make_shared<SetAside>(std::filesystem::temp_directory_path()); });
    ASSERT_TRUE(reader.take(body));
    auto form = reader.finish().value();
    EXPECT_EQ(form.get("note"), "words");
    ASSERT_EQ(form.uploads.size(), 1u);
    EXPECT_TRUE(form.uploads[0].bytes.empty());
    EXPECT_EQ(whole(form.uploads[0].content()), film);
    EXPECT_EQ(form.uploads[0].content().read(262'140, 9), film.substr(262'140, 9)) << "across two pieces";
    MultipartReader narrow("b", 100);
    auto refused = narrow.take(body);
    EXPECT_EQ(refused ? "taken" : refused.refusal().code, "form-too-large");
}

TEST(HttpForm, hands_on_one_file_more_than_it_may_hold_and_no_other) {
    std::string body;
    for (int i = 0; i < 300; ++i)
        body += part("name=\"files\"; filename=\"a.txt\"", "words");
    const auto form = read_multipart(body + "--b--", "b").value();
    EXPECT_EQ(form.uploads.size(), most_files + 1);
}

TEST(HttpForm, opens_no_file_for_what_is_short) {
    SetAside aside("/nowhere/at/all");
    EXPECT_EQ(aside.add("words"), SetAside::Room::Enough);
    EXPECT_EQ(aside.read(0, 10), "words");
    EXPECT_THROW(aside.add(std::string(300'000, 'x')), Fault);
}

TEST(HttpForm, goes_by_the_content_type) {
    EXPECT_EQ(read_form("application/x-www-form-urlencoded; charset=UTF-8", "a=b").value().get("a"), "b");
    EXPECT_EQ(read_form("Multipart/Form-Data; Boundary=\"b\"", part("name=\"a\"", "c") + "--b--").value().get("a"), "c");
    EXPECT_EQ(read_form("application/json", "{\"a\":1}").value(), Form{});
    EXPECT_FALSE(read_form("multipart/form-data", "anything"));
}
