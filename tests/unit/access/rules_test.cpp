// What the door takes from a pack.
#include <gtest/gtest.h>

#include "access/rules.h"
#include "policy/pack.h"

namespace lifestory::access {
namespace {

policy::Pack pack_with(const std::vector<std::vector<std::string>>& types) {
    policy::Pack pack;
    for (const auto& like : types) {
        policy::RecordType type;
        type.id = like.front();
        type.built_in = like.back();
        type.like = like;
        type.like.push_back("entry");
        pack.record_types.emplace(type.id, type);
    }
    return pack;
}

TEST(Rules, LettersAreWhatComesAndGoesAndWhatIsFiledAndNothingThatIsThoughtOrDecided) {
    auto rules = rules_of(pack_with({{"correspondence"}, {"email", "correspondence"}, {"health-screening", "document"},
                                     {"court-order", "court-document", "document"}, {"manager-decision", "oversight"}, {"oversight"},
                                     {"key-decision"}, {"case-summary", "summary"}, {"child-and-family-assessment", "work"},
                                     {"care-plan", "plan"}, {"phone-call", "case-note"}, {"visit"}}));
    EXPECT_EQ(rules.letters, (std::set<std::string, std::less<>>{"correspondence", "email", "health-screening"}));
}

} // namespace
} // namespace lifestory::access
