// What is talked over: the words of the pack's list, then those of the child's own that are on no list; and what was said
// of them since the last talk that was written down.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

struct Term {
    std::string word, means;
    std::vector<std::string> choices, more; // what fits this child today; what else could be said
    const record::Beside<record::BasicDetail>* said = nullptr; // last; null: not asked yet
    std::size_t own = 0;   // of a word that is on no list: its turn among the child's words, from 1; its address names no word

    Url address(RecordNumber child) const;
    std::string says() const; // what is to be said; empty: nothing was chosen
};

std::vector<Term> terms_of(const House& house, const access::OpenRecord& open);
std::optional<std::size_t> term_at(const std::vector<Term>& terms, const http::Call& call); // by its address

// What this worker wrote down of the child's words and has not yet said to have talked about.
struct TalkSoFar {
    std::vector<record::BasicDetail> said; // in the order of asking, the last of each word
    calendar::Day day{};                   // of the last; today, when nothing was said
};
TalkSoFar talk_so_far(const record::Child& child, WorkerNumber worker, calendar::Day today);

} // namespace lifestory::web::pages
