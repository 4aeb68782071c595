#include "ledger/merkle.h"

#include <bit>
#include <cassert>

namespace lifestory::ledger {

Digest leaf_hash(std::string_view leaf) {
    std::array<char, 512> prefixed; // a header has fewer than 400 bytes
    if (leaf.size() >= prefixed.size())
        return sha256('\0' + Bytes(leaf));
    prefixed[0] = 0;
    leaf.copy(prefixed.data() + 1, leaf.size());
    return sha256(std::string_view(prefixed.data(), leaf.size() + 1));
}

Digest node_hash(const Digest& left, const Digest& right) {
    std::array<char, 65> joined;
    joined[0] = 1;
    std::copy(left.begin(), left.end(), joined.begin() + 1);
    std::copy(right.begin(), right.end(), joined.begin() + 33);
    return sha256(std::string_view(joined.data(), joined.size()));
}

Digest empty_root() { return sha256(std::string_view()); }

std::vector<Node> nodes_of(std::uint64_t begin, std::uint64_t end) {
    std::vector<Node> nodes;
    while (begin < end) {
        auto level = static_cast<unsigned>(std::bit_width(end - begin) - 1);
        nodes.push_back({level, begin >> level});
        begin += std::uint64_t{1} << level;
    }
    return nodes;
}

Digest root_of(std::span<const Digest> parts) {
    if (parts.empty())
        return empty_root();
    Digest root = parts.back();
    for (std::size_t i = parts.size() - 1; i-- > 0;)
        root = node_hash(parts[i], root);
    return root;
}

void Frontier::add(const Digest& subtree, unsigned level) {
    assert(m_size % (std::uint64_t{1} << level) == 0);
    Digest root = subtree;
    for (auto grown = m_size >> level; grown & 1; grown >>= 1) {
        root = node_hash(m_parts.back(), root);
        m_parts.pop_back();
    }
    m_parts.push_back(root);
    m_size += std::uint64_t{1} << level;
}

} // namespace lifestory::ledger
