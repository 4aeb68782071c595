// Proofs: which subtrees they consist of, and the checks of RFC 9162 sections 2.1.3.2 and 2.1.4.2.
#include <bit>
#include <cassert>
#include <optional>

#include "ledger/merkle.h"

namespace lifestory::ledger {

namespace {

// The largest power of two smaller than `size`: where RFC 6962 splits a tree.
std::uint64_t split(std::uint64_t size) { return std::bit_floor(size - 1); }

std::optional<std::vector<Digest>> digests(std::span<const Bytes> proof) {
    std::vector<Digest> out;
    for (const auto& bytes : proof) {
        auto digest = digest_of(bytes);
        if (!digest)
            return std::nullopt;
        out.push_back(*digest);
    }
    return out;
}

Proven same(const Digest& computed, std::string_view claimed) {
    return view(computed) == claimed ? Proven::Yes : Proven::No;
}

// Walks both roots up at once: `older` takes the steps to the left, `newer` all of them.
std::optional<std::pair<Digest, Digest>> climb(std::uint64_t from, std::uint64_t to, std::span<const Digest> path) {
    std::uint64_t place = from - 1, last = to - 1;
    while (place & 1)
        place >>= 1, last >>= 1;
    Digest older = path[0], newer = path[0];
    for (const auto& step : path.subspan(1)) {
        if (last == 0)
            return std::nullopt;
        if ((place & 1) || place == last) {
            older = node_hash(step, older);
            newer = node_hash(step, newer);
            while (!(place & 1) && place != 0)
                place >>= 1, last >>= 1;
        } else {
            newer = node_hash(newer, step);
        }
        place >>= 1, last >>= 1;
    }
    if (last != 0)
        return std::nullopt;
    return std::pair{older, newer};
}

} // namespace

std::vector<Step> inclusion_steps(std::uint64_t leaf, std::uint64_t size) {
    assert(leaf < size);
    std::vector<Step> steps;
    std::uint64_t begin = 0, end = size;
    while (end - begin > 1) { // from the root down; the proof goes from the leaf up
        auto middle = begin + split(end - begin);
        if (leaf < middle) {
            steps.push_back(nodes_of(middle, end));
            end = middle;
        } else {
            steps.push_back(nodes_of(begin, middle));
            begin = middle;
        }
    }
    return {steps.rbegin(), steps.rend()};
}

std::vector<Step> consistency_steps(std::uint64_t from, std::uint64_t to) {
    assert(0 < from && from <= to);
    std::vector<Step> steps;
    if (from == to)
        return steps;
    std::uint64_t begin = 0, end = to;
    while (end != from) {
        auto middle = begin + split(end - begin);
        if (from <= middle) {
            steps.push_back(nodes_of(middle, end));
            end = middle;
        } else {
            steps.push_back(nodes_of(begin, middle));
            begin = middle;
        }
    }
    if (begin != 0) // else the older root itself, which the checker has
        steps.push_back(nodes_of(begin, end));
    return {steps.rbegin(), steps.rend()};
}

Proven check(const InclusionClaim& claim) {
    auto leaf = digest_of(claim.leaf_hash);
    auto path = digests(claim.proof);
    if (!leaf || !path || claim.leaf >= claim.size)
        return Proven::No;
    std::uint64_t place = claim.leaf, last = claim.size - 1;
    Digest root = *leaf;
    for (const auto& step : *path) {
        if (last == 0)
            return Proven::No;
        if ((place & 1) || place == last) {
            root = node_hash(step, root);
            while (!(place & 1) && place != 0)
                place >>= 1, last >>= 1;
        } else {
            root = node_hash(root, step);
        }
        place >>= 1, last >>= 1;
    }
    return last == 0 ? same(root, claim.root) : Proven::No;
}

Proven check(const ConsistencyClaim& claim) {
    if (claim.from == 0 || claim.from > claim.to) // an empty tree proves nothing
        return Proven::No;
    if (claim.from == claim.to)
        return claim.proof.empty() && claim.from_root == claim.to_root ? Proven::Yes : Proven::No;
    auto path = digests(claim.proof);
    auto from_root = digest_of(claim.from_root);
    if (!path || path->empty() || !from_root)
        return Proven::No;
    if (std::has_single_bit(claim.from))
        path->insert(path->begin(), *from_root);
    auto roots = climb(claim.from, claim.to, *path);
    if (!roots || same(roots->first, claim.from_root) == Proven::No)
        return Proven::No;
    return same(roots->second, claim.to_root);
}

std::vector<Bytes> as_bytes(std::span<const Digest> proof) {
    std::vector<Bytes> out;
    for (const auto& digest : proof)
        out.emplace_back(view(digest));
    return out;
}

} // namespace lifestory::ledger
