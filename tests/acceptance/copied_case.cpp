#include "acceptance/copied_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/wording.h"
#include "prose/check.h"
#include "prose/pasted_email.h"
#include "prose/reading_age.h"
#include "prose/same_words.h"

namespace lifestory::acceptance {

namespace {

using prose::Category;

constexpr std::string_view key = "a key of the cases";

std::string words_at(const std::string& text, const prose::Span& where) { return text.substr(where.begin, where.end - where.begin); }

std::string line_of(Category category, const std::string& words) { return std::string(prose::word(category)) + ": " + words; }

class Copied {
public:
    Copied(const policy::Pack& pack, const policy::Fields& asked) : m_reader(policy::wording_of(pack)), m_text(asked.text("text")) {
        for (const auto& text : asked.texts("of_this_child"))
            know(text);
        m_own = m_sources;
        for (const auto& text : asked.texts("of_another_child"))
            know(text);
    }

    std::vector<std::string> found() {
        std::vector<std::string> lines;
        auto sentences = prose::hash_sentences(m_text, m_reader, key);
        for (const auto& same : prose::same_words({&sentences, 1}, m_known)) {
            bool is_own = same.in == prose::StandsIn::SameDraft || same.source < m_own;
            lines.push_back(line_of(is_own ? Category::RepeatedText : Category::AnotherRecord, words_at(m_text, same.where)));
        }
        for (const auto& finding : prose::check(m_text, m_reader, {}))
            if (finding.category == Category::PastedEmail) {
                auto message = prose::message_in(m_text, {finding.begin, finding.end}, m_reader);
                lines.push_back(line_of(finding.category, message ? words_at(m_text, *message) : ""));
            }
        return lines;
    }

private:
    void know(const std::string& text) {
        for (const auto& sentence : prose::hash_sentences(text, m_reader, key))
            m_known.add(m_sources, sentence.hash);
        ++m_sources;
    }

    prose::Reader m_reader;
    std::string m_text;
    prose::KnownSentences m_known;
    std::uint32_t m_sources = 0, m_own = 0;
};

} // namespace

void try_copied(const policy::Pack& pack, const policy::Fields& asked) {
    asked.only({"text", "of_this_child", "of_another_child", "finds", "asked_at_signing"});
    auto found = Copied(pack, asked).found();
    EXPECT_EQ(found, asked.texts("finds"));
    std::vector<std::string> asks;
    for (auto category : {Category::RepeatedText, Category::AnotherRecord, Category::PastedEmail}) {
        bool is_found = std::ranges::any_of(found, [&](const auto& line) { return line.starts_with(line_of(category, "")); });
        if (is_found && policy::asks_reason(pack, category))
            asks.emplace_back(prose::word(category));
    }
    EXPECT_EQ(asks, asked.texts("asked_at_signing"));
}

void try_reading_age(const policy::Pack& pack, const policy::Fields& asked) {
    asked.only({"text", "says", "hard"});
    const prose::Reader reader(policy::wording_of(pack));
    const auto text = asked.text("text");
    const std::string_view words = text;
    const auto age = prose::reading_age({&words, 1}, reader);
    EXPECT_EQ(prose::in_words(age), asked.text("says"));
    EXPECT_EQ(prose::what_makes_it_hard(age), asked.text("hard"));
}

} // namespace lifestory::acceptance
