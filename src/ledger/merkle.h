// The Merkle tree of RFC 6962 section 2.1: leaves, nodes, roots, and the two proofs (RFC 9162 section 2.1 checks them).
// Knows neither headers nor where hashes are kept.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace lifestory::ledger {

Digest leaf_hash(std::string_view leaf);                        // SHA-256(0x00 leaf)
Digest node_hash(const Digest& left, const Digest& right);      // SHA-256(0x01 left right)
Digest empty_root();                                            // SHA-256 of nothing

// A complete subtree: 2^level leaves from index * 2^level.
struct Node {
    unsigned level = 0;
    std::uint64_t index = 0;
    auto operator<=>(const Node&) const = default;
    std::uint64_t begin() const { return index << level; }
    std::uint64_t end() const { return (index + 1) << level; }
};

// The complete subtrees that make up the leaves from `begin` to before `end`, left to right, where that is a subtree
// as RFC 6962 splits trees.
std::vector<Node> nodes_of(std::uint64_t begin, std::uint64_t end);
Digest root_of(std::span<const Digest> parts); // hashes of those nodes joined from the right; of none: empty_root

// The roots of the complete subtrees of a growing tree: enough to add leaves and to know the root.
class Frontier {
public:
    void add(const Digest& leaf) { add(leaf, 0); }
    void add(const Digest& subtree, unsigned level); // size() must be a multiple of 2^level
    std::uint64_t size() const { return m_size; }
    Digest root() const { return root_of(m_parts); }
    const std::vector<Digest>& parts() const { return m_parts; } // left to right

private:
    std::uint64_t m_size = 0;
    std::vector<Digest> m_parts;
};

// What a proof is made of: each step is the root of those nodes' leaves. The caller knows the nodes' hashes.
using Step = std::vector<Node>;
std::vector<Step> inclusion_steps(std::uint64_t leaf, std::uint64_t size);          // leaf < size
std::vector<Step> consistency_steps(std::uint64_t from, std::uint64_t to);          // 0 < from <= to

// Checks of proofs that others hand us: hashes of any length are taken and refused.
struct InclusionClaim {
    std::uint64_t leaf = 0, size = 0;
    std::string_view leaf_hash, root;
    std::span<const Bytes> proof;
};
struct ConsistencyClaim {
    std::uint64_t from = 0, to = 0;
    std::string_view from_root, to_root;
    std::span<const Bytes> proof;
};
enum class Proven { No, Yes };
Proven check(const InclusionClaim& claim);
Proven check(const ConsistencyClaim& claim);

std::vector<Bytes> as_bytes(std::span<const Digest> proof);

} // namespace lifestory::ledger
