#include "ledger/tiles.h"

#include <cassert>
#include <cstring>

namespace lifestory::ledger {

namespace {

Digest joined(std::span<const Digest> hashes) { // of a power of two
    if (hashes.size() == 1)
        return hashes[0];
    auto half = hashes.size() / 2;
    return node_hash(joined(hashes.first(half)), joined(hashes.subspan(half)));
}

// The hashes below a node within its tile: from where, and how many.
std::pair<std::size_t, std::size_t> hashes_below(Node node) {
    auto height = node.level % tile_height;
    auto width = std::size_t{1} << height;
    return {static_cast<std::size_t>((node.index << height) % tile_width), width};
}

} // namespace

Bytes write(const Tile& tile) {
    Bytes bytes;
    bytes.reserve(tile.hashes.size() * 32);
    for (const auto& hash : tile.hashes)
        bytes += view(hash);
    return bytes;
}

std::optional<std::vector<Digest>> read_hashes(std::string_view bytes) {
    if (bytes.size() % 32 != 0)
        return std::nullopt;
    std::vector<Digest> hashes(bytes.size() / 32);
    if (!hashes.empty())
        std::memcpy(hashes.data(), bytes.data(), bytes.size());
    return hashes;
}

Digest tile_root(std::span<const Digest> hashes) {
    assert(hashes.size() == tile_width);
    return joined(hashes);
}

std::uint64_t full_tiles(std::uint64_t size, unsigned level) {
    auto shift = tile_height * (level + 1);
    return shift >= 64 ? 0 : size >> shift;
}

Edge::Edge(std::uint64_t size, std::vector<std::vector<Digest>> partial) : m_size(size), m_partial(std::move(partial)) {}

std::vector<Tile> Edge::add(const Digest& leaf) {
    std::vector<Tile> full;
    Digest hash = leaf;
    for (unsigned level = 0;; ++level) {
        if (m_partial.size() <= level)
            m_partial.emplace_back();
        auto& partial = m_partial[level];
        partial.push_back(hash);
        if (partial.size() < tile_width)
            break;
        hash = tile_root(partial);
        full.push_back({level, (m_size >> (tile_height * (level + 1))), std::move(partial)});
        partial.clear();
    }
    ++m_size;
    return full;
}

Digest Edge::root() const {
    std::vector<Digest> parts;
    for (auto node : nodes_of(0, m_size))
        parts.push_back(*this->node(node));
    return root_of(parts);
}

std::optional<Digest> Edge::node(Node node) const {
    auto place = tile_of(node);
    if (place.level >= m_partial.size() || place.index != full_tiles(m_size, place.level))
        return std::nullopt;
    auto [from, width] = hashes_below(node);
    const auto& partial = m_partial[place.level];
    if (from + width > partial.size())
        return std::nullopt;
    return joined(std::span(partial).subspan(from, width));
}

TilePlace tile_of(Node node) {
    auto height = node.level % tile_height;
    return {node.level / tile_height, (node.index << height) / tile_width};
}

Digest node_in(std::span<const Digest> hashes, Node node) {
    auto [from, width] = hashes_below(node);
    assert(from + width <= hashes.size());
    return joined(hashes.subspan(from, width));
}

} // namespace lifestory::ledger
