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

    // "/chronology/before | day.year=2016 | what=...": each must be taken. "sign key-decision | item.reason=...": written and signed, of
    // Tuesday 22 December unless another day is said.
    Response pressed(const std::string& line) {
        const auto parts = split(line, '|');
        Fields typed;
        for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
            const auto equals = part->find('=');
            EXPECT_NE(equals, std::string::npos) << *part;
            typed.add(trim(part->substr(0, equals)), with(named(trim(part->substr(equals + 1))), "\\n", "\n"));
        }
        const auto where = trim(parts.front());
        if (where.starts_with("sign "))
            return signed_by(where.substr(5), typed);
        if (typed.get("form_number").empty()) // a draft keeps the number that it began with
            typed.add("form_number", FormNumber::random().hex());
        auto response = press(priya, place(named(where)), typed);
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
    // "{Maureen Barrow}" is her number, or a worker's, "{Reece}" the number of his record, "{visit of 2026-12-09}" that of an entry, "{work section-47}" that of the enquiry that goes on, "{fact need-code}" that of the entry that said it last, "{1}" of the first one that was signed here.
    std::string named(std::string value) {
        const auto open = value.find('{'), close = value.find('}');
        if (open == std::string::npos || close == std::string::npos)
            return value;
        return value.substr(0, open) + number_of(value.substr(open + 1, close - open - 1)) + named(value.substr(close + 1));
    }

    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(path.rfind('/') + 1))); }

    // What was copied from an earlier version is said to be true still.
    Response signed_by(const std::string& type, Fields typed) {
        for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
                 {"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", type}})
            typed.add(name, value);
        if (typed.get("when.year").empty())
            for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}})
                typed.add(name, value);
        const auto begun = press(priya, "/drafts", typed);
        EXPECT_EQ(begun.status, 303) << words_on(begun.body);
        const auto path = split(std::string(begun.headers.get("Location")), '#').front();
        const auto draft = draft_at(path);
        Fields signature{{"form_number", draft.form.hex()}, {"version", std::to_string(draft.version)}, {"child", tilly.hex()}, {"type", type},
                         {"release.how", "together"}, {"late.reason", "sickness"}, {"late.safe", "Nan rang the office every day."}, {"then", "sign"}};
        const auto check = read(priya, path + "/check").body;
        for (auto at = check.find("name=\"keep-"); at != std::string::npos; at = check.find("name=\"keep-", at + 1)) {
            const auto name = check.substr(at + 6, check.find('"', at + 6) - at - 6);
            if (check.substr(at, 200).find("value=\"still-true\"") != std::string::npos && signature.get(name).empty())
                signature.add(name, "still-true");
        }
        auto answer = press(priya, path + "/check", signature);
        if (const auto after = draft_at(path); after.signed_as)
            m_signed.push_back(after.signed_as->hex());
        else if (answer.status == 303)
            ADD_FAILURE() << type << " was not signed: " << answer.headers.get("Location");
        return answer;
    }

    std::string number_of(const std::string& name) {
        if (!name.empty() && name.find_first_not_of("0123456789") == std::string::npos) {
            const auto place = static_cast<std::size_t>(std::stoul(name));
            EXPECT_LE(place, m_signed.size()) << "so many were not signed";
            return place >= 1 && place <= m_signed.size() ? m_signed[place - 1] : "";
        }
        const auto open = record();
        for (const auto& [fact, history] : open.child->facts)
            if (name == "fact " + fact)
                return history.said.back().entry.hex();
        for (const auto& one : open.child->episodes)
            if (name == "work " + one.now().form.record_type && !one.now().ended)
                return one.episode;
        for (const auto& one : open.family->people)
            if (one.now().full_name == name)
                return one.now().person.hex();
        for (const auto& one : open.child->story)
            if (!std::holds_alternative<record::Episode>(one.entry.content) && one.record_type() + " of " + calendar::iso(one.day()) == name)
                return one.entry.id.hex();
        for (const auto& one : door->authority()->workers)
            if (one.now().full_name == name)
                return one.now().worker.hex();
        return child_named(name).hex();
    }

    std::string m_led_to;
    std::vector<std::string> m_signed;
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
        if (line.starts_with("as ")) { // from here on somebody else
            pages.as(line.substr(3));
            continue;
        }
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
