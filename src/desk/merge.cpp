#include "desk/merge.h"

#include <algorithm>
#include <set>

#include "record/sentences.h"

namespace lifestory::desk {

namespace {

const std::string& value(const Fields& fields, const std::string& name) {
    static const std::string empty;
    auto found = fields.find(name);
    return found == fields.end() ? empty : found->second;
}

std::set<std::string> names(const Fields& a, const Fields& b) {
    std::set<std::string> all;
    for (const auto& fields : {&a, &b})
        for (const auto& [name, words] : *fields)
            all.insert(name);
    return all;
}

void put(Fields& fields, const std::string& name, const std::string& words) {
    if (!words.empty())
        fields[name] = words;
}

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& span : record::sentences(text))
        found.push_back(text.substr(span.begin, span.end - span.begin));
    return found;
}

// The lengths of the longest common run of sentences from (i, j) on.
using Lengths = std::vector<std::vector<std::size_t>>;

Lengths common_lengths(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    Lengths length(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (auto i = a.size(); i-- > 0;)
        for (auto j = b.size(); j-- > 0;)
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    return length;
}

} // namespace

Merged merge(const Fields& before, const Fields& yours, const Fields& theirs) {
    Merged merged;
    for (const auto& name : names(yours, theirs)) {
        const auto& was = value(before, name);
        const auto& mine = value(yours, name);
        const auto& other = value(theirs, name);
        if (mine != other && mine != was && other != was)
            merged.differences.push_back({name, was, mine, other});
        put(merged.fields, name, other == was ? mine : other);
    }
    return merged;
}

Merged merge_without_before(const Fields& yours, const Fields& theirs) {
    Merged merged;
    for (const auto& name : names(yours, theirs)) {
        const auto& mine = value(yours, name);
        const auto& other = value(theirs, name);
        if (mine != other && !mine.empty() && !other.empty())
            merged.differences.push_back({name, "", mine, other});
        put(merged.fields, name, other.empty() ? mine : other);
    }
    return merged;
}

void let_typing_on_pass(Merged& merged) {
    std::erase_if(merged.differences, [&](const Difference& difference) {
        bool holds_theirs = !difference.theirs.empty() && difference.yours.find(difference.theirs) != std::string::npos;
        if (holds_theirs)
            merged.fields[difference.field] = difference.yours;
        return holds_theirs;
    });
}

void keep_unsettled(Merged& merged, const std::vector<Difference>& unsettled, const Fields& yours) {
    for (auto difference : unsettled) {
        const auto& mine = value(yours, difference.field);
        if (mine != difference.theirs && mine != difference.before)
            difference.yours = mine;
        std::erase_if(merged.differences, [&](const auto& other) { return other.field == difference.field; });
        merged.fields.erase(difference.field);
        put(merged.fields, difference.field, difference.theirs);
        merged.differences.push_back(std::move(difference));
    }
}

std::string keep_both(const Difference& difference) {
    if (difference.theirs.empty() || difference.yours.empty())
        return difference.theirs + difference.yours;
    return difference.theirs + "\n" + difference.yours;
}

std::vector<MarkedSentence> side_by_side(const std::string& yours, const std::string& theirs) {
    auto mine = sentences(yours), other = sentences(theirs);
    auto length = common_lengths(mine, other);
    std::vector<MarkedSentence> marked;
    std::size_t i = 0, j = 0;
    while (i < mine.size() || j < other.size()) {
        bool both = i < mine.size() && j < other.size() && mine[i] == other[j];
        if (both) {
            marked.push_back({mine[i], Whose::Both});
            ++i, ++j;
        } else if (j == other.size() || (i < mine.size() && length[i + 1][j] >= length[i][j + 1])) {
            marked.push_back({mine[i++], Whose::Yours});
        } else {
            marked.push_back({other[j++], Whose::Theirs});
        }
    }
    return marked;
}

} // namespace lifestory::desk
