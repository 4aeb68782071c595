#include "prose/matcher.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

std::uint64_t marked(std::uint32_t word) { return std::uint64_t{1} << word % 64; }

// Whether a phrase may go on to this word: not into the next sentence, nor across a comma or a bracket.
bool goes_on(const Token& token) { return !token.has(Opens) && (!token.has(Apart) || token.has(Joined)); }

} // namespace

std::uint32_t Matcher::slot_number(const Slot& slot, Vocabulary& vocabulary) {
    auto [there, is_new] = m_slots.emplace(slot.words, static_cast<std::uint32_t>(m_slots.size()));
    if (is_new) {
        auto& numbers = m_words_of.emplace_back();
        for (const auto& word : slot.words)
            numbers.push_back(vocabulary.add(word));
    }
    return there->second;
}

std::uint32_t& Matcher::edge(std::uint32_t branch, std::uint32_t slot) {
    auto& edges = m_branches[branch].by_slot;
    auto known = std::lower_bound(edges.begin(), edges.end(), slot, [](const auto& one, std::uint32_t other) { return one.first < other; });
    if (known == edges.end() || known->first != slot)
        known = edges.insert(known, {slot, 0});
    return known->second;
}

void Matcher::add(const Pattern& pattern, std::uint32_t rule, Vocabulary& vocabulary) {
    std::vector<std::uint32_t> ends{0};
    for (const auto& slot : pattern) {
        std::vector<std::uint32_t> next;
        auto child = [&](std::uint32_t& there) {
            if (there == 0)
                there = static_cast<std::uint32_t>(m_branches.size());
            next.push_back(there);
        };
        for (auto end : ends) {
            if (slot.any)
                child(m_branches[end].any);
            if (!slot.words.empty())
                child(edge(end, slot_number(slot, vocabulary)));
            m_branches.resize(std::max<std::size_t>(m_branches.size(), next.empty() ? 0 : next.back() + 1));
            if (slot.classes) {
                auto& edges = m_branches[end].by_class;
                auto edge = std::find_if(edges.begin(), edges.end(), [&](const auto& known) { return known.first == slot.classes; });
                if (edge == edges.end())
                    edge = edges.insert(edges.end(), {slot.classes, 0});
                child(edge->second);
            }
            m_branches.resize(std::max<std::size_t>(m_branches.size(), next.empty() ? 0 : next.back() + 1));
        }
        ends = std::move(next);
    }
    for (auto end : ends)
        m_branches[end].rules.push_back(rule);
}

void Matcher::seal(const Branch& branch) {
    Node node;
    node.any = branch.any;
    node.by_word.begin = static_cast<std::uint32_t>(m_by_word.size());
    for (const auto& [slot, next] : branch.by_slot)
        for (auto word : m_words_of[slot]) {
            m_by_word.push_back({word, next});
            node.words |= marked(word);
        }
    node.by_word.end = static_cast<std::uint32_t>(m_by_word.size());
    std::stable_sort(m_by_word.begin() + node.by_word.begin, m_by_word.end(), [](const Word& a, const Word& b) { return a.word < b.word; });
    node.by_class.begin = static_cast<std::uint32_t>(m_by_class.size());
    for (const auto& [classes, next] : branch.by_class) {
        m_by_class.push_back({classes, next});
        node.classes |= classes;
    }
    node.by_class.end = static_cast<std::uint32_t>(m_by_class.size());
    node.rules.begin = static_cast<std::uint32_t>(m_rules.size());
    m_rules.insert(m_rules.end(), branch.rules.begin(), branch.rules.end());
    node.rules.end = static_cast<std::uint32_t>(m_rules.size());
    m_nodes.push_back(node);
}

void Matcher::seal() {
    std::sort(m_branches[0].by_slot.begin(), m_branches[0].by_slot.end(), [](const auto& a, const auto& b) { return a.second < b.second; }); // in the order of the rules
    for (const auto& branch : m_branches)
        seal(branch);
    begin_by_word();
    const auto& root = m_nodes[0];
    for (auto edge = root.by_class.begin; edge < root.by_class.end; ++edge)
        m_starts_by_class.emplace_back(m_by_class[edge].classes, starts_at({m_by_class[edge].node}));
    m_branches = {};
    m_slots = {};
    m_words_of = {};
}

// The forms of a word mostly begin the same, and then share it.
void Matcher::begin_by_word() {
    std::map<std::vector<std::uint32_t>, std::uint32_t> numbers; // of what words begin, by its nodes
    m_by_first.emplace_back();
    for (auto at = m_nodes[0].by_word.begin; at < m_nodes[0].by_word.end;) {
        auto word = m_by_word[at].word;
        std::vector<std::uint32_t> nodes;
        for (; at < m_nodes[0].by_word.end && m_by_word[at].word == word; ++at)
            nodes.push_back(m_by_word[at].node);
        auto [known, is_new] = numbers.emplace(std::move(nodes), static_cast<std::uint32_t>(m_by_first.size()));
        if (is_new)
            m_by_first.push_back(starts_at(known->first));
        m_starts_of.resize(word + 1);
        m_starts_of.back() = known->second;
    }
}

void Matcher::Ahead::add(const Ahead& other) {
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] |= other.words[i];
    classes |= other.classes;
}

bool Matcher::Ahead::meets(const Ahead& other) const {
    return ((words[0] & other.words[0]) | (words[1] & other.words[1]) | (words[2] & other.words[2]) | (words[3] & other.words[3]) | (classes & other.classes)) != 0;
}

Matcher::Ahead Matcher::ahead_of(const Node& node) const {
    Ahead ahead{{}, node.classes};
    for (auto edge = node.by_word.begin; edge < node.by_word.end; ++edge)
        ahead.add(m_by_word[edge].word);
    return ahead;
}

// What may come within reach after a first word: past any words between, too.
Matcher::Start Matcher::start_at(std::uint32_t number) const {
    const auto* node = &m_nodes[number];
    Start start{ahead_of(*node), number, node->rules.begin < node->rules.end, node->any != 0};
    for (std::size_t between = 1; node->any; ++between) {
        node = &m_nodes[node->any];
        start.add(ahead_of(*node));
        start.always |= node->rules.begin < node->rules.end || between >= reach;
    }
    return start;
}

Matcher::Starts Matcher::starts_at(const std::vector<std::uint32_t>& nodes) {
    Starts all;
    all.of.begin = static_cast<std::uint32_t>(m_starts.size());
    for (auto node : nodes) {
        const auto& start = m_starts.emplace_back(start_at(node));
        (start.any ? all.within : all.next).add(start);
        all.always |= start.always;
        all.any |= start.any;
    }
    all.of.end = static_cast<std::uint32_t>(m_starts.size());
    return all;
}

// What the word at `at` leads to; most often nothing, which the masks tell without a look at what they stand for.
bool Matcher::leads_on(const Node& node, const Token& next) {
    return node.any || (next.word && (node.words & marked(next.word))) || next.is(node.classes);
}

void Matcher::walk(const Document& document, const Node& node, std::uint32_t first, std::uint32_t at, std::vector<Match>& found) const {
    for (auto rule = node.rules.begin; rule < node.rules.end; ++rule)
        found.push_back({first, at, m_rules[rule]});
    if (at >= document.tokens.size())
        return;
    const auto& token = document.tokens[at];
    if (!leads_on(node, token) || !goes_on(token))
        return;
    if (token.word && (node.words & marked(token.word))) {
        auto end = m_by_word.begin() + node.by_word.end;
        for (auto edge = std::lower_bound(m_by_word.begin() + node.by_word.begin, end, token.word, [](const Word& one, std::uint32_t word) { return one.word < word; });
             edge != end && edge->word == token.word; ++edge)
            walk(document, m_nodes[edge->node], first, at + 1, found);
    }
    if (token.is(node.classes))
        for (auto edge = node.by_class.begin; edge < node.by_class.end; ++edge)
            if (token.is(m_by_class[edge].classes))
                walk(document, m_nodes[m_by_class[edge].node], first, at + 1, found);
    if (node.any)
        walk(document, m_nodes[node.any], first, at + 1, found);
}

// What stands after a word within reach.
Matcher::Ahead Matcher::ahead_of(const Document& document, std::uint32_t token) {
    Ahead ahead;
    auto end = std::min<std::size_t>(document.tokens.size(), token + 1 + reach);
    for (std::size_t at = token + 1; at < end && goes_on(document.tokens[at]); ++at) {
        if (document.tokens[at].word)
            ahead.add(document.tokens[at].word);
        ahead.classes |= document.tokens[at].classes;
    }
    return ahead;
}

// Most words begin something, and what comes after them most often rules it all out at one look.
void Matcher::begin(const Document& document, const Starts& starts, std::uint32_t token, std::vector<Match>& found) const {
    const auto* next = token + 1 < document.tokens.size() && goes_on(document.tokens[token + 1]) ? &document.tokens[token + 1] : nullptr;
    if (!starts.always && (!next || (!starts.any && !starts.next.holds(*next))))
        return;
    Ahead within;
    if (next && starts.any)
        within = ahead_of(document, token);
    if (!starts.always && !starts.next.holds(*next) && !starts.within.meets(within))
        return;
    for (auto at = starts.of.begin; at < starts.of.end; ++at)
        if (const auto& start = m_starts[at]; start.always || (start.any ? start.meets(within) : next && start.holds(*next)))
            walk(document, m_nodes[start.node], token, token + 1, found);
}

void Matcher::find(const Document& document, std::uint32_t token, std::vector<Match>& found) const {
    const auto& first = document.tokens[token];
    if (auto starts = first.word < m_starts_of.size() ? m_starts_of[first.word] : 0; starts != 0)
        begin(document, m_by_first[starts], token, found);
    if (first.is(m_nodes[0].classes))
        for (const auto& [classes, starts] : m_starts_by_class)
            if (first.is(classes))
                begin(document, starts, token, found);
}

} // namespace lifestory::prose
