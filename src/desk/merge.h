// Two people on one draft (pages 6.9): a three-way merge of fields. Different fields merge silently; a field that both
// changed is a difference, for a person to settle. No word typed is lost: it is in the merged fields, in the
// differences, or in the version it replaces. Pure; which versions are kept is the store's.
#pragma once

#include <string>
#include <vector>

#include "desk/draft.h"

namespace lifestory::desk {

struct Difference {
    std::string field;
    std::string before; // in the version that both began from
    std::string yours;
    std::string theirs; // what the draft holds now
    bool operator==(const Difference&) const = default;
};

struct Merged {
    Fields fields; // where there is a difference: theirs
    std::vector<Difference> differences;
    bool operator==(const Merged&) const = default;
};

// `before` is what the writer began from, `yours` what they post, `theirs` what the draft holds now. A field that is
// absent is the same as an empty one.
Merged merge(const Fields& before, const Fields& yours, const Fields& theirs);

// When what the writer began from is no longer known: every field in which the two differ and neither is empty.
Merged merge_without_before(const Fields& yours, const Fields& theirs);

// Words of one's own whose answer was lost, and that were typed on, are no difference: yours hold all of theirs. Only
// where the same writer saved last.
void let_typing_on_pass(Merged& merged);

// Differences that nobody has settled stay, whatever is posted meanwhile: theirs stands, and yours is as you typed it
// last. What is posted as theirs, or as it was before both, is no newer word of yours.
void keep_unsettled(Merged& merged, const std::vector<Difference>& unsettled, const Fields& yours);

std::string keep_both(const Difference& difference); // theirs, then yours, on a line of its own

// The two texts sentence by sentence in one order, for "only yours" and "only Sam's".
enum class Whose { Both, Yours, Theirs };
struct MarkedSentence {
    std::string words;
    Whose whose = Whose::Both;
    bool operator==(const MarkedSentence&) const = default;
};
std::vector<MarkedSentence> side_by_side(const std::string& yours, const std::string& theirs);

} // namespace lifestory::desk
