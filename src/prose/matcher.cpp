#include "prose/matcher.h"

#include <algorithm>

namespace lifestory::prose {

std::uint32_t Matcher::slot_number(const Slot& slot, Vocabulary& vocabulary) {
    auto [there, is_new] = m_slots.emplace(slot.words, static_cast<std::uint32_t>(m_slots.size()));
    if (is_new)
        for (const auto& word : slot.words) {
            auto number = vocabulary.add(word);
            if (m_slots_of.size() <= number)
                m_slots_of.resize(number + 1);
            m_slots_of[number].push_back(there->second);
        }
    return there->second;
}

std::uint32_t& Matcher::edge(std::uint32_t node, std::uint32_t slot) {
    auto& edges = m_nodes[node].by_slot;
    auto known = std::lower_bound(edges.begin(), edges.end(), slot, [](const Edge& one, std::uint32_t other) { return one.slot < other; });
    if (known == edges.end() || known->slot != slot)
        known = edges.insert(known, {slot, 0});
    return known->next;
}

void Matcher::start_by(const Slot& slot, std::uint32_t node, const Vocabulary& vocabulary) {
    for (const auto& word : slot.words) {
        auto number = vocabulary.find(word);
        if (m_starts.size() <= number)
            m_starts.resize(number + 1);
        m_starts[number].push_back(node);
    }
}

void Matcher::add(const Pattern& pattern, std::uint32_t rule, Vocabulary& vocabulary) {
    std::vector<std::uint32_t> ends{0};
    for (const auto& slot : pattern) {
        std::vector<std::uint32_t> next;
        auto child = [&](std::uint32_t& there) {
            if (there == 0)
                there = static_cast<std::uint32_t>(m_nodes.size());
            next.push_back(there);
        };
        for (auto end : ends) {
            if (slot.any)
                child(m_nodes[end].any);
            if (!slot.words.empty()) {
                auto number = slot_number(slot, vocabulary);
                bool is_new = edge(end, number) == 0;
                child(edge(end, number));
                if (end == 0 && is_new)
                    start_by(slot, next.back(), vocabulary);
            }
            m_nodes.resize(std::max<std::size_t>(m_nodes.size(), next.empty() ? 0 : next.back() + 1));
            if (slot.classes) {
                auto& edges = m_nodes[end].by_class;
                auto edge = std::find_if(edges.begin(), edges.end(), [&](const auto& known) { return known.first == slot.classes; });
                if (edge == edges.end())
                    edge = edges.insert(edges.end(), {slot.classes, 0});
                child(edge->second);
                if (end == 0)
                    m_root_classes |= slot.classes;
            }
            m_nodes.resize(std::max<std::size_t>(m_nodes.size(), next.empty() ? 0 : next.back() + 1));
        }
        ends = std::move(next);
    }
    for (auto end : ends)
        m_nodes[end].rules.push_back(rule);
}

void Matcher::walk(const Document& document, std::uint32_t node, std::uint32_t first, std::uint32_t at, std::vector<Match>& found) const {
    const auto& here = m_nodes[node];
    for (auto rule : here.rules)
        found.push_back({first, at, rule});
    if (at >= document.tokens.size())
        return;
    const auto& token = document.tokens[at];
    if (at > first && (token.has(Opens) || (token.has(Apart) && !token.has(Joined))))
        return;
    if (token.word && token.word < m_slots_of.size()) {
        const auto& slots = m_slots_of[token.word]; // few edges, perhaps many slots: "is" fills hundreds
        if (slots.size() < here.by_slot.size()) {
            for (auto slot : slots) {
                auto edge = std::lower_bound(here.by_slot.begin(), here.by_slot.end(), slot, [](const Edge& one, std::uint32_t other) { return one.slot < other; });
                if (edge != here.by_slot.end() && edge->slot == slot)
                    walk(document, edge->next, first, at + 1, found);
            }
        } else
            for (const auto& [slot, next] : here.by_slot)
                if (std::binary_search(slots.begin(), slots.end(), slot))
                    walk(document, next, first, at + 1, found);
    }
    for (const auto& [classes, next] : here.by_class)
        if (token.is(classes))
            walk(document, next, first, at + 1, found);
    if (here.any)
        walk(document, here.any, first, at + 1, found);
}

void Matcher::find(const Document& document, std::uint32_t token, std::vector<Match>& found) const {
    const auto& first = document.tokens[token];
    if (first.word && first.word < m_starts.size())
        for (auto node : m_starts[first.word])
            walk(document, node, token, token + 1, found);
    if (first.is(m_root_classes))
        for (const auto& [classes, next] : m_nodes[0].by_class)
            if (first.is(classes))
                walk(document, next, token, token + 1, found);
}

} // namespace lifestory::prose
