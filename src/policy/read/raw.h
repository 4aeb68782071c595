// One pack's own texts, as written: its [pack] table, its blocks, what it withdraws and settles. Nothing is joined yet.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "policy/pack.h"
#include "policy/read/node.h"

namespace lifestory::policy {

struct RawBlock {
    std::string kind, id;
    Node table;
};

struct RawWithdrawal {
    std::string full_id, why;
    Node place;
};

struct RawSettlement {
    std::string full_id, take, why;
    Node place;
};

struct RawPack {
    About about;
    Node place;         // of [pack]
    Node extends_place; // of its `extends`, where contradictions are shown
    std::vector<RawBlock> blocks;
    std::vector<RawWithdrawal> withdrawals;
    std::vector<RawSettlement> settlements;
};

struct PackText {
    std::string id, folder;      // folder as shown in errors: "packs/ours"
    std::vector<PackFile> files; // paths "ours/times.toml"
};

RawPack read_raw(const PackText& text, Problems& problems);

std::vector<std::string> texts_in(const Node& node); // of a text or a list of texts; others are left out

} // namespace lifestory::policy
