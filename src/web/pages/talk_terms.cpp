#include "web/pages/talk_terms.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/toolkit.h"
#include "record/words.h"
#include "web/pages/words.h"

namespace lifestory::web::pages {

namespace {

constexpr std::chrono::days written_down_within{7};

// A word of the child's own stands among the choices, first of them.
std::vector<std::string> choices_with(std::vector<std::string> choices, const std::string& says) {
    if (!says.empty() && std::ranges::find(choices, says) == choices.end())
        choices.insert(choices.begin(), says);
    return choices;
}

bool is_listed(const std::vector<Term>& terms, const std::string& word) {
    return std::ranges::any_of(terms, [&](const Term& term) { return fold(term.word) == fold(word); });
}

std::optional<calendar::Instant> last_talk(const record::Child& child) {
    std::optional<calendar::Instant> last;
    for (const auto& story : child.story)
        if (story.record_type() == words_conversation && !story.withdrawn())
            last = std::max(last.value_or(story.entry.recorded_at), story.entry.recorded_at);
    return last;
}

} // namespace

Url Term::address(RecordNumber child) const {
    return own ? path("/children/{}/words/talk?own={}", child.hex(), std::to_string(own)) : path("/children/{}/words/talk?term={}", child.hex(), word);
}

std::string Term::says() const { return said ? said->what.value : std::string(); }

std::vector<Term> terms_of(const House& house, const access::OpenRecord& open) {
    const auto& child = *open.child;
    const auto judged = judge(house, open);
    const auto now = circumstances(house, judged, house.today());
    std::vector<Term> terms;
    for (const auto* word : policy::words_to_talk_over(house.pack())) {
        auto choices = policy::choices_for(*word, now);
        terms.push_back({word->said(), word->means, choices.first, choices.more, record::last_said_of(child, word->said()), 0});
    }
    for (std::size_t turn = 0; turn < child.preferred_words.size(); ++turn) {
        const auto& said = child.preferred_words[turn].said.back();
        if (!is_listed(terms, said.what.instead_of))
            terms.push_back({said.what.instead_of, "You told us about this word yourself.", {}, {}, &said, turn + 1});
    }
    for (auto& term : terms) {
        std::erase(term.more, term.says());
        term.choices = choices_with(std::move(term.choices), term.says());
    }
    return terms;
}

std::optional<std::size_t> term_at(const std::vector<Term>& terms, const http::Call& call) {
    auto word = call.request.query.get("term"), number = call.request.query.get("own");
    std::size_t own = 0;
    std::from_chars(number.data(), number.data() + number.size(), own);
    for (std::size_t i = 0; i < terms.size(); ++i)
        if (own ? terms[i].own == own : terms[i].own == 0 && terms[i].word == word)
            return i;
    return std::nullopt;
}

TalkSoFar talk_so_far(const record::Child& child, WorkerNumber worker, calendar::Day today) {
    auto before = last_talk(child);
    TalkSoFar talk;
    std::optional<calendar::Instant> last;
    for (const auto& history : child.preferred_words) {
        const auto& said = history.said.back();
        bool is_of_this_talk = said.by.worker == worker && calendar::london_day(said.at) + written_down_within >= today && (!before || *before < said.at);
        if (!is_of_this_talk)
            continue;
        talk.said.push_back(said.what);
        last = std::max(last.value_or(said.at), said.at);
    }
    talk.day = last ? calendar::london_day(*last) : today;
    return talk;
}

} // namespace lifestory::web::pages
