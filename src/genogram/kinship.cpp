#include "genogram/kinship.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::genogram {

namespace {

constexpr auto she = Gender::Female, he = Gender::Male, they = Gender::NotRecorded;

struct Row {
    std::string_view word;
    Kin kin;
    Gender gender;
    bool is_turned;
};

constexpr std::array<Row, 79> rows{{
    {"mum", Kin::Parent, she, false}, {"mam", Kin::Parent, she, false}, {"mummy", Kin::Parent, she, false},
    {"mother", Kin::Parent, she, false}, {"dad", Kin::Parent, he, false}, {"daddy", Kin::Parent, he, false},
    {"father", Kin::Parent, he, false}, {"parent", Kin::Parent, they, false}, {"daughter", Kin::Parent, she, true},
    {"son", Kin::Parent, he, true}, {"child", Kin::Parent, they, true},
    {"stepmum", Kin::StepParent, she, false}, {"stepmother", Kin::StepParent, she, false}, {"stepdad", Kin::StepParent, he, false},
    {"stepfather", Kin::StepParent, he, false}, {"stepparent", Kin::StepParent, they, false},
    {"stepdaughter", Kin::StepParent, she, true}, {"stepson", Kin::StepParent, he, true}, {"stepchild", Kin::StepParent, they, true},
    {"foster carer", Kin::FosterCarer, they, false}, {"foster mum", Kin::FosterCarer, she, false},
    {"foster mother", Kin::FosterCarer, she, false}, {"foster dad", Kin::FosterCarer, he, false},
    {"foster father", Kin::FosterCarer, he, false}, {"foster daughter", Kin::FosterCarer, she, true},
    {"foster son", Kin::FosterCarer, he, true}, {"foster child", Kin::FosterCarer, they, true},
    {"adoptive mum", Kin::AdoptiveParent, she, false}, {"adoptive mother", Kin::AdoptiveParent, she, false},
    {"adoptive dad", Kin::AdoptiveParent, he, false}, {"adoptive father", Kin::AdoptiveParent, he, false},
    {"adoptive parent", Kin::AdoptiveParent, they, false}, {"adopted daughter", Kin::AdoptiveParent, she, true},
    {"adopted son", Kin::AdoptiveParent, he, true}, {"adopted child", Kin::AdoptiveParent, they, true},
    {"guardian", Kin::Guardian, they, false}, {"special guardian", Kin::Guardian, they, false},
    {"kinship carer", Kin::Guardian, they, false}, {"connected carer", Kin::Guardian, they, false},
    {"nan", Kin::Grandparent, she, false}, {"nana", Kin::Grandparent, she, false}, {"nanny", Kin::Grandparent, she, false},
    {"gran", Kin::Grandparent, she, false}, {"granny", Kin::Grandparent, she, false}, {"grandma", Kin::Grandparent, she, false},
    {"grandmother", Kin::Grandparent, she, false}, {"grandad", Kin::Grandparent, he, false}, {"granddad", Kin::Grandparent, he, false},
    {"grandpa", Kin::Grandparent, he, false}, {"grandfather", Kin::Grandparent, he, false}, {"grandparent", Kin::Grandparent, they, false},
    {"granddaughter", Kin::Grandparent, she, true}, {"grandson", Kin::Grandparent, he, true}, {"grandchild", Kin::Grandparent, they, true},
    {"aunt", Kin::AuntOrUncle, she, false}, {"auntie", Kin::AuntOrUncle, she, false}, {"aunty", Kin::AuntOrUncle, she, false},
    {"uncle", Kin::AuntOrUncle, he, false}, {"niece", Kin::AuntOrUncle, she, true}, {"nephew", Kin::AuntOrUncle, he, true},
    {"cousin", Kin::Cousin, they, false},
    {"brother", Kin::Sibling, he, false}, {"sister", Kin::Sibling, she, false}, {"half-brother", Kin::Sibling, he, false},
    {"half-sister", Kin::Sibling, she, false}, {"twin", Kin::Twin, they, false}, {"twin brother", Kin::Twin, he, false},
    {"twin sister", Kin::Twin, she, false}, {"identical twin", Kin::IdenticalTwin, they, false},
    {"wife", Kin::Spouse, she, false}, {"husband", Kin::Spouse, he, false}, {"civil partner", Kin::Spouse, they, false},
    {"ex-wife", Kin::FormerSpouse, she, false}, {"ex-husband", Kin::FormerSpouse, he, false},
    {"partner", Kin::Partner, they, false}, {"girlfriend", Kin::Partner, she, false}, {"boyfriend", Kin::Partner, he, false},
    {"ex-partner", Kin::FormerPartner, they, false}, {"short relationship", Kin::Casual, they, false},
}};

struct TieRow {
    std::string_view word;
    TieKind kind;
};

constexpr std::array<TieRow, 15> ties{{
    {"close", TieKind::Close}, {"very close", TieKind::VeryClose}, {"distant", TieKind::Distant}, {"hostile", TieKind::Hostile},
    {"conflict", TieKind::Hostile}, {"close and hostile", TieKind::CloseAndHostile}, {"stressful", TieKind::Stressful},
    {"hard", TieKind::Stressful}, {"hard, stressful", TieKind::Stressful}, {"cut off", TieKind::CutOff}, {"cut-off", TieKind::CutOff},
    {"do not speak", TieKind::CutOff}, {"harm", TieKind::Harm}, {"harms", TieKind::Harm}, {"harmed", TieKind::Harm},
}};

bool take(std::string& word, std::string_view beginning) {
    if (!word.starts_with(beginning))
        return false;
    word.erase(0, beginning.size());
    return true;
}

} // namespace

KinWord kin_of(std::string_view said) {
    auto word = fold(trim(said));
    KinWord kin;
    if (take(word, "maternal ") || take(word, "mum's "))
        kin.side = Side::Mothers;
    else if (take(word, "paternal ") || take(word, "dad's "))
        kin.side = Side::Fathers;
    if (word != "parent" && kin.side != Side::NotSaid && (word == "mum" || word == "dad" || word == "partner"))
        return {}; // "mum's partner" is said of mum, "mum's mum" is a grandparent we draw when it is said so
    take(word, "birth ");
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.word == word; });
    if (found == rows.end())
        return {};
    kin.kin = found->kin;
    kin.gender = found->gender;
    kin.is_turned = found->is_turned;
    if (kin.side != Side::NotSaid && kin.kin == Kin::Sibling) // "mum's brother"
        kin.kin = Kin::AuntOrUncle;
    return kin;
}

std::optional<TieKind> tie_of(std::string_view said) {
    const auto word = fold(trim(said));
    const auto found = std::find_if(ties.begin(), ties.end(), [&](const auto& row) { return row.word == word; });
    return found == ties.end() ? std::nullopt : std::optional(found->kind);
}

} // namespace lifestory::genogram
