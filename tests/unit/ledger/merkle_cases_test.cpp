// The cases of ../shared/reference/merkle: proofs, good and broken, of another project's making.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <gtest/gtest.h>

#include "base/json.h"
#include "ledger/merkle.h"

using namespace lifestory;
using namespace lifestory::ledger;

namespace {

std::filesystem::path cases() {
    const char* named = std::getenv("LIFESTORY_SHARED");
    auto shared = named ? std::filesystem::path(named) : std::filesystem::path(SOURCE_FOLDER) / ".." / "shared";
    return shared / "reference" / "merkle";
}

JsonObject read(const std::filesystem::path& file) {
    std::ifstream in(file);
    return parse_json(std::string(std::istreambuf_iterator<char>(in), {}))->as_object();
}

Bytes bytes_in(const JsonObject& object, std::string_view key) { return *from_base64(text_in(object, key)); }

std::vector<Bytes> proof_in(const JsonObject& object) {
    std::vector<Bytes> proof;
    if (const auto* hashes = array_in(object, "proof"))
        for (const auto& hash : *hashes)
            proof.push_back(*from_base64(std::string_view(hash.as_string())));
    return proof;
}

std::uint64_t count_in(const JsonObject& object, std::string_view key) {
    const auto& value = object.at(key);
    return value.is_uint64() ? value.as_uint64() : static_cast<std::uint64_t>(value.as_int64());
}

template <class Check>
int each_case(const std::filesystem::path& folder, Check check) {
    int count = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.path().extension() == ".json") {
            auto object = read(file);
            auto expected = flag_in(object, "wantErr") ? Proven::No : Proven::Yes;
            EXPECT_EQ(check(object), expected) << file.path();
            ++count;
        }
    return count;
}

} // namespace

TEST(MerkleCases, every_inclusion_case_is_answered_as_it_says) {
    if (!std::filesystem::exists(cases()))
        GTEST_SKIP() << "skipped: no ../shared";
    auto count = each_case(cases() / "inclusion", [](const JsonObject& object) {
        auto leaf = bytes_in(object, "leafHash"), root = bytes_in(object, "root");
        auto proof = proof_in(object);
        return check(InclusionClaim{count_in(object, "leafIdx"), count_in(object, "treeSize"), leaf, root, proof});
    });
    EXPECT_GT(count, 90);
}

TEST(MerkleCases, every_consistency_case_is_answered_as_it_says) {
    if (!std::filesystem::exists(cases()))
        GTEST_SKIP() << "skipped: no ../shared";
    auto count = each_case(cases() / "consistency", [](const JsonObject& object) {
        auto older = bytes_in(object, "root1"), newer = bytes_in(object, "root2");
        auto proof = proof_in(object);
        return check(ConsistencyClaim{count_in(object, "size1"), count_in(object, "size2"), older, newer, proof});
    });
    EXPECT_GT(count, 90);
}
