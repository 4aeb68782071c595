#include "acceptance/page_case.h"

#include <algorithm>
#include <array>

#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/text.h"

namespace lifestory::acceptance {

namespace {

constexpr std::array<std::string_view, 9> inline_tags{"a", "/a", "b", "/b", "span", "/span", "strong", "/strong", "abbr"};

bool stands_in_a_line(std::string_view tag) {
    const auto end = std::min(tag.find(' '), tag.find('>'));
    return std::ranges::find(inline_tags, tag.substr(0, end)) != inline_tags.end();
}

std::string with(std::string words, std::string_view spelt, std::string_view letter) {
    for (auto at = words.find(spelt); at != std::string::npos; at = words.find(spelt, at + letter.size()))
        words.replace(at, spelt.size(), letter);
    return words;
}

// What is read on the page, one blank between two words; the words for a screen reader too.
std::string words_on(const std::string& page) {
    std::string words;
    for (std::size_t at = page.find("<body"); at < page.size(); ++at) {
        if (page[at] != '<') {
            words += page[at];
            continue;
        }
        const auto tag = std::string_view(page).substr(at + 1);
        if (!stands_in_a_line(tag))
            words += ' ';
        at = std::min(page.find('>', at), page.size());
    }
    for (const auto& [spelt, letter] : std::vector<std::pair<std::string, std::string>>{{"&#39;", "'"}, {"’", "'"}, {"&quot;", "\""}, {"&amp;", "&"}, {"\n", " "}})
        words = with(std::move(words), spelt, letter);
    std::string tight;
    for (char letter : words)
        if (letter != ' ' || (!tight.empty() && tight.back() != ' '))
            tight += letter;
    return tight;
}

class AtPages : public AtTillys {
public:
    void TestBody() override {}

    void begin() { SetUp(); }
    void as(const std::string& worker) { priya = person(worker); }
    void about(const std::string& child) { tilly = child_named(child); }

    // "/chronology/before | day.year=2016 | what=...": each must be taken.
    Response pressed(const std::string& line) {
        const auto parts = split(line, '|');
        Fields typed;
        for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
            const auto equals = part->find('=');
            EXPECT_NE(equals, std::string::npos) << *part;
            typed.add(trim(part->substr(0, equals)), with(named(trim(part->substr(equals + 1))), "\\n", "\n"));
        }
        if (typed.get("form_number").empty()) // a draft keeps the number that it began with
            typed.add("form_number", FormNumber::random().hex());
        auto response = press(priya, place(named(trim(parts.front()))), typed);
        const auto led = std::string(response.headers.get("Location"));
        if (!led.empty())
            m_led_to = led.substr(0, led.find_first_of("?#"));
        return response;
    }

    Response shown(const std::string& where) { return read(priya, place(named(where))); }

private:
    // Of the child; "//drafts" is no child's, and "@/check" follows where the last press led.
    std::string place(const std::string& where) const {
        if (where.starts_with("//"))
            return where.substr(1);
        return where.starts_with("@") ? m_led_to + where.substr(1) : of_child(where);
    }
    // "{Maureen Barrow}" is her number, "{Reece}" the number of his record, "{visit of 2026-12-09}" that of an entry.
    std::string named(std::string value) {
        const auto open = value.find('{'), close = value.find('}');
        if (open == std::string::npos || close == std::string::npos)
            return value;
        return value.substr(0, open) + number_of(value.substr(open + 1, close - open - 1)) + value.substr(close + 1);
    }
    std::string number_of(const std::string& name) {
        const auto open = record();
        for (const auto& one : open.family->people)
            if (one.now().full_name == name)
                return one.now().person.hex();
        for (const auto& one : open.child->story)
            if (one.record_type() + " of " + calendar::iso(one.day()) == name)
                return one.entry.id.hex();
        return child_named(name).hex();
    }

    std::string m_led_to;
};

} // namespace

void try_page(const policy::Fields& asked) {
    asked.only({"who", "child", "presses", "refused", "at", "shows", "hides"});
    auto presses = asked.texts("presses");
    static std::unique_ptr<AtPages> untouched; // nothing is pressed in it
    std::unique_ptr<AtPages> begun;
    if (!presses.empty() || asked.has("who") || !untouched) {
        begun = std::make_unique<AtPages>();
        ASSERT_NO_FATAL_FAILURE(begun->begin());
    }
    if (presses.empty() && begun && !asked.has("who"))
        untouched = std::move(begun);
    auto& pages = begun ? *begun : *untouched;
    pages.about(asked.has("child") ? asked.text("child") : "Tilly");
    if (asked.has("who")) // else it is Priya Anand who presses
        pages.as(asked.text("who"));
    Response last;
    for (const auto& line : presses) {
        last = pages.pressed(line);
        const bool is_refused = asked.has("refused") && line == presses.back();
        EXPECT_EQ(last.status, is_refused ? 422 : 303) << line << "\n" << words_on(last.body);
    }
    for (const auto& words : asked.texts("refused"))
        EXPECT_THAT(words_on(last.body), testing::HasSubstr(words));
    if (!asked.has("at"))
        return;
    const auto page = pages.shown(asked.text("at"));
    EXPECT_EQ(page.status, 200);
    const auto words = words_on(page.body);
    for (const auto& one : asked.texts("shows"))
        EXPECT_THAT(words, testing::HasSubstr(one));
    for (const auto& one : asked.texts("hides"))
        EXPECT_THAT(words, testing::Not(testing::HasSubstr(one)));
}

} // namespace lifestory::acceptance
