// The tree against a slow second telling of RFC 6962 section 2.1, for every size to 300.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/merkle.h"
#include "ledger/tiles.h"

using namespace lifestory;
using namespace lifestory::ledger;

namespace {

using Leaves = std::vector<Digest>;

// As the RFC defines it, splitting at the largest power of two below n.
std::size_t split_of(std::size_t n) {
    std::size_t k = 1;
    while (k * 2 < n)
        k *= 2;
    return k;
}

// The definition itself, over one list of leaves; what was computed once is remembered, so that every leaf of every
// size can be shown in a second.
class SlowTree {
public:
    explicit SlowTree(Leaves leaves) : m_leaves(std::move(leaves)) {}
    const Leaves& leaves() const { return m_leaves; }

    Digest root(std::size_t begin, std::size_t end) const {
        if (begin == end)
            return sha256("");
        if (end - begin == 1)
            return m_leaves[begin];
        auto [known, is_new] = m_known.try_emplace({begin, end});
        if (is_new) {
            auto middle = begin + split_of(end - begin);
            auto left = root(begin, middle), right = root(middle, end);
            m_known[{begin, end}] = sha256("\x01" + std::string(view(left)) + std::string(view(right)));
        }
        return m_known.at({begin, end});
    }

private:
    Leaves m_leaves;
    mutable std::map<std::pair<std::size_t, std::size_t>, Digest> m_known;
};

Leaves slow_path(const SlowTree& tree, std::size_t leaf, std::size_t begin, std::size_t end) {
    if (end - begin == 1)
        return {};
    auto middle = begin + split_of(end - begin);
    bool is_left = leaf < middle;
    auto path = is_left ? slow_path(tree, leaf, begin, middle) : slow_path(tree, leaf, middle, end);
    path.push_back(is_left ? tree.root(middle, end) : tree.root(begin, middle));
    return path;
}

Leaves slow_subproof(const SlowTree& tree, std::size_t size, std::size_t begin, std::size_t end, bool whole) {
    if (size == end - begin)
        return whole ? Leaves{} : Leaves{tree.root(begin, end)};
    auto k = split_of(end - begin);
    bool is_left = size <= k;
    auto proof = is_left ? slow_subproof(tree, size, begin, begin + k, whole)
                         : slow_subproof(tree, size - k, begin + k, end, false);
    proof.push_back(is_left ? tree.root(begin + k, end) : tree.root(begin, begin + k));
    return proof;
}

Leaves leaves_of(std::size_t count) {
    Leaves leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(leaf_hash("leaf " + std::to_string(i)));
    return leaves;
}

Leaves proof_of(const SlowTree& tree, const std::vector<Step>& steps) {
    Leaves proof;
    for (const auto& step : steps) {
        Leaves parts;
        for (auto node : step)
            parts.push_back(tree.root(node.begin(), node.end()));
        proof.push_back(root_of(parts));
    }
    return proof;
}

} // namespace

TEST(Merkle, knows_the_roots_of_the_smallest_trees) {
    EXPECT_EQ(to_hex(view(empty_root())), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(to_hex(view(leaf_hash(""))), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

TEST(Merkle, root_and_inclusion_proofs_are_those_of_the_slow_telling_for_every_leaf_of_every_size_to_300) {
    SlowTree tree(leaves_of(300));
    const auto& leaves = tree.leaves();
    Frontier frontier;
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        frontier.add(leaves[size - 1]);
        auto root = tree.root(0, size);
        ASSERT_EQ(frontier.root(), root) << size;
        for (std::size_t leaf = 0; leaf < size; ++leaf) {
            auto slow = slow_path(tree, leaf, 0, size);
            ASSERT_EQ(proof_of(tree, inclusion_steps(leaf, size)), slow) << leaf << " of " << size;
            auto proof = as_bytes(slow);
            ASSERT_EQ(check(InclusionClaim{leaf, size, view(leaves[leaf]), view(root), proof}), Proven::Yes);
            ASSERT_EQ(check(InclusionClaim{leaf, size, view(leaves[(leaf + 1) % 300]), view(root), proof}), Proven::No);
        }
    }
}

TEST(Merkle, consistency_proofs_are_those_of_the_slow_telling_for_every_two_sizes_to_300) {
    SlowTree tree(leaves_of(300));
    std::vector<Digest> roots(301);
    for (std::size_t size = 1; size <= 300; ++size)
        roots[size] = tree.root(0, size);
    for (std::size_t to = 1; to <= 300; ++to)
        for (std::size_t from = 1; from <= to; ++from) {
            auto slow = slow_subproof(tree, from, 0, to, true);
            ASSERT_EQ(proof_of(tree, consistency_steps(from, to)), slow) << from << " to " << to;
            auto proof = as_bytes(slow);
            ASSERT_EQ(check(ConsistencyClaim{from, to, view(roots[from]), view(roots[to]), proof}), Proven::Yes);
            if (from != to) {
                ASSERT_EQ(check(ConsistencyClaim{from, to, view(roots[to]), view(roots[to]), proof}), Proven::No);
            }
        }
}

TEST(Tiles, the_edge_gives_the_same_root_and_each_full_tile_once) {
    SlowTree tree(leaves_of(700));
    const auto& leaves = tree.leaves();
    Edge edge;
    Frontier frontier;
    std::vector<Tile> full;
    for (const auto& leaf : leaves) {
        for (auto& tile : edge.add(leaf))
            full.push_back(std::move(tile));
        frontier.add(leaf);
        ASSERT_EQ(edge.root(), frontier.root()) << edge.size();
    }
    ASSERT_EQ(full.size(), 2u);
    EXPECT_EQ(full[1].index, 1u);
    EXPECT_EQ(node_in(full[1].hashes, {7, 3}), tree.root(384, 512));
    EXPECT_EQ(node_in(full[0].hashes, {3, 5}), tree.root(40, 48));
    EXPECT_EQ(edge.node({9, 0}), tree.root(0, 512));
    EXPECT_EQ(edge.node({1, 260}), tree.root(520, 522));
    EXPECT_FALSE(edge.node({0, 3}));
}

TEST(Tiles, a_tile_of_a_tile_becomes_full_after_65536_leaves) {
    Edge edge;
    Frontier frontier;
    std::size_t tiles = 0;
    Digest leaf{};
    for (int i = 0; i < 65536 + 3; ++i) {
        tiles += edge.add(leaf).size();
        frontier.add(leaf);
    }
    EXPECT_EQ(tiles, 257u);
    EXPECT_EQ(edge.root(), frontier.root());
}

RC_GTEST_PROP(Merkle, no_proof_bears_out_a_changed_bit, ()) {
    auto size = *rc::gen::inRange<std::size_t>(2, 400);
    auto leaf = *rc::gen::inRange<std::size_t>(0, size);
    SlowTree tree(leaves_of(size));
    const auto& leaves = tree.leaves();
    auto root = tree.root(0, size);
    auto proof = as_bytes(slow_path(tree, leaf, 0, size));
    auto which = *rc::gen::inRange<std::size_t>(0, proof.size());
    auto bit = *rc::gen::inRange(0, 256);
    auto& octet = proof[which][static_cast<std::size_t>(bit / 8)];
    octet = static_cast<char>(octet ^ (1 << bit % 8));
    RC_ASSERT(check(InclusionClaim{leaf, size, view(leaves[leaf]), view(root), proof}) == Proven::No);
}
