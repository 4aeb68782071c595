// The tree kept as tiles of 256 hashes (c2sp.org/tlog-tiles): full tiles are written once; what is not yet full is the
// edge, small enough to be kept in memory and made again at opening. Where tiles lie is the store's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/merkle.h"

namespace lifestory::ledger {

constexpr unsigned tile_height = 8;
constexpr std::uint64_t tile_width = 256;

// Hashes of the subtrees of 256^level leaves, from index * 256 on.
struct Tile {
    unsigned level = 0;
    std::uint64_t index = 0;
    std::vector<Digest> hashes; // 256 when full
    bool operator==(const Tile&) const = default;
};

Bytes write(const Tile& tile);                             // its hashes, one after the other
std::optional<std::vector<Digest>> read_hashes(std::string_view bytes); // empty unless whole hashes
Digest tile_root(std::span<const Digest> hashes);          // of 256
std::uint64_t full_tiles(std::uint64_t size, unsigned level); // how many of that level a tree of that size has

class Edge {
public:
    Edge() = default;
    // From a tree's size and the partial tile of each level that `size` calls for, lowest first.
    Edge(std::uint64_t size, std::vector<std::vector<Digest>> partial);

    std::vector<Tile> add(const Digest& leaf); // the tiles that became full
    std::uint64_t size() const { return m_size; }
    Digest root() const;
    std::optional<Digest> node(Node node) const; // when it lies in a partial tile

private:
    std::uint64_t m_size = 0;
    std::vector<std::vector<Digest>> m_partial; // by level
};

// The tile in which a node's hashes lie, and those hashes joined. A node of level k lies in a tile of level k / 8.
struct TilePlace {
    unsigned level = 0;
    std::uint64_t index = 0;
};
TilePlace tile_of(Node node);
Digest node_in(std::span<const Digest> hashes, Node node); // `hashes` of tile_of(node), long enough

} // namespace lifestory::ledger
