#include "access/decide.h"

#include <algorithm>
#include <array>

namespace lifestory::access {

namespace {

using Acts = SetOf<Act>;

// ---- what is allowed at all, for each role and relation

constexpr Acts work{Act::Find, Act::Open, Act::Write, Act::Sign, Act::Comment, Act::Add, Act::AskCorrection, Act::Release,
                    Act::Change, Act::Share, Act::Send, Act::SeeReadings};
constexpr Acts oversight{Act::Endorse, Act::ReachDraft};
constexpr Acts management{Act::Decide, Act::Withhold, Act::Transfer, Act::Allocate};
constexpr Acts head{Act::Close, Act::AgreeRiskAlert, Act::Hold, Act::Restrict, Act::Destroy};
constexpr Acts review{Act::Find, Act::Open, Act::Write, Act::Sign, Act::Comment, Act::Add, Act::AskCorrection,
                      Act::Decide, Act::Send, Act::SeeReadings};

constexpr std::array practice_roles{Role::Practitioner, Role::SeniorPractitioner, Role::TeamManager,
                                    Role::ServiceManager, Role::HeadOfService};

bool practises(Role role) {
    return std::ranges::find(practice_roles, role) != practice_roles.end();
}

bool may_use_emergency(Role role) {
    return practises(role) || role == Role::ReviewingOfficer || role == Role::ConferenceChair;
}

Acts in_the_line(Role role) {
    if (role == Role::SeniorPractitioner)
        return work | oversight;
    if (role == Role::TeamManager) // only a Team Manager corrects (ROC-132)
        return work | oversight | management | Acts{Act::Correct};
    if (role == Role::ServiceManager)
        return work | oversight | management;
    return {};
}

struct Ground {
    Reason reason = Reason::NoRelation;
    Sees sees = Sees::Nothing;
    Acts acts;
    bool chosen_by_pack = true; // the pack may leave some of these out
};

std::optional<Ground> ground_of(Role role, Relation relation) {
    switch (relation) {
    case Relation::AllocatedWorker:
        if (role == Role::TeamManager || role == Role::ServiceManager) // who holds a child until it is given to somebody
            return Ground{Reason::WorksWith, Sees::Everything, work | Acts{Act::Allocate}};
        [[fallthrough]];
    case Relation::CoWorker:
        if (practises(role))
            return Ground{Reason::WorksWith, Sees::Everything, work};
        break;
    case Relation::LineOfManagement:
        if (auto acts = in_the_line(role); !acts.is_empty())
            return Ground{Reason::Manages, Sees::Everything, acts};
        break;
    case Relation::ReviewingOfficer:
        if (role == Role::ReviewingOfficer)
            return Ground{Reason::Reviews, Sees::Everything, review};
        break;
    case Relation::ConferenceChair:
        if (role == Role::ConferenceChair || role == Role::ReviewingOfficer)
            return Ground{Reason::Chairs, Sees::Everything, review};
        break;
    case Relation::TeamsRecord:
        if (role == Role::BusinessSupport)
            return Ground{Reason::TeamsLetters, Sees::Letters, {Act::Find, Act::Open, Act::Write, Act::Sign, Act::Send}, false};
        break;
    case Relation::ListedForAudit:
        if (role == Role::Auditor)
            return Ground{Reason::Audits, Sees::Everything, {Act::Find, Act::Open, Act::SeeReadings}, false};
        break;
    case Relation::TheChild:
        if (role == Role::Child)
            return Ground{Reason::OwnRecord, Sees::Released, {Act::Open, Act::SeeReadings, Act::Answer}, false};
        break;
    case Relation::SharedWithParent:
        if (role == Role::Parent)
            return Ground{Reason::WasShared, Sees::Shared, {Act::Open, Act::Answer}, false};
        break;
    case Relation::Author:
        break; // to have written something opens no record
    }
    return std::nullopt;
}

// What needs no relation to the record: a Head of Service's whole service, and what a pack gives to a role by name.
Ground service_of_head() {
    return {Reason::HeadOfService, Sees::Everything, work | oversight | management | head};
}
constexpr Acts by_name_of_role{Act::Find, Act::Open, Act::Write, Act::Sign, Act::Add, Act::AskCorrection, Act::Change};

// ---- what the pack says

// Roles and relationships that somebody answers to; a Head of Service stands at the top of every line.
bool answers_to(const Who& who, const SetOf<Relation>& relations, const std::string& name) {
    if (name == who.pack_role || name == name_of(who.role))
        return true;
    for (unsigned relation = 0; relation <= static_cast<unsigned>(Relation::SharedWithParent); ++relation)
        if (relations.has(static_cast<Relation>(relation)) && name == name_of(static_cast<Relation>(relation)))
            return true;
    return who.role == Role::HeadOfService && name == name_of(Relation::LineOfManagement);
}

enum class PackSays { Nothing, Yes, Others };

PackSays ask_pack_on(const Who& who, Act act, const std::string& on, const Facts& facts, SetOf<Relation> counting) {
    auto answer = PackSays::Nothing;
    for (const auto& permission : *facts.permissions) {
        if (permission.act != name_of(act) || permission.on != on)
            continue;
        for (const auto& role : permission.roles)
            if (answers_to(who, counting, role))
                return PackSays::Yes;
        answer = PackSays::Others;
    }
    return answer;
}

PackSays ask_pack(const Who& who, Act act, const What& what, const Facts& facts, SetOf<Relation> counting) {
    if (facts.permissions)
        for (const auto& on : what.on)
            if (auto answer = ask_pack_on(who, act, on, facts, counting); answer != PackSays::Nothing)
                return answer;
    return PackSays::Nothing;
}

// ---- the rules in their order

bool needs_author(Act act) {
    return act == Act::Sign || act == Act::Add;
}

SetOf<Duty> duties_of(Act act) {
    SetOf<Duty> duties;
    if (act != Act::Find)
        duties.add(Duty::NoteTheLook);
    if (act == Act::ReachDraft || act == Act::Correct || act == Act::Close || act == Act::Restrict)
        duties.add(Duty::AskWhy);
    if (act == Act::Destroy)
        duties.add(Duty::SecondPerson);
    return duties;
}

Decision deny(Reason reason, SetOf<Duty> duties = {}) {
    return {false, reason, Sees::Nothing, duties};
}

Decision allow(Act act, const Ground& ground, SetOf<Duty> more = {}) {
    return {true, ground.reason, act == Act::Find ? Sees::NameAndTeam : ground.sees, duties_of(act) | more};
}

// One ground: allowed, or why it is not enough.
Decision by_ground(const Who& who, Act act, const What& what, const Facts& facts, const Ground& ground) {
    if (!ground.acts.has(act))
        return deny(Reason::NotForThisRole);
    if (needs_author(act) && !facts.relations.has(Relation::Author))
        return deny(Reason::NotTheAuthor);
    if (act == Act::Endorse && facts.relations.has(Relation::Author))
        return deny(Reason::NotForThisRole); // nobody endorses what they wrote
    if (ground.chosen_by_pack && ask_pack(who, act, what, facts, facts.relations) == PackSays::Others)
        return deny(Reason::PolicySaysOthers);
    return allow(act, ground);
}

std::vector<Ground> grounds_of(const Who& who, const Facts& facts, Instant now) {
    std::vector<Ground> grounds;
    for (unsigned number = 0; number <= static_cast<unsigned>(Relation::SharedWithParent); ++number) {
        auto relation = static_cast<Relation>(number);
        if (!facts.relations.has(relation))
            continue;
        if (relation == Relation::ListedForAudit && !(facts.listed_until && now < *facts.listed_until))
            continue;
        if (auto ground = ground_of(who.role, relation))
            grounds.push_back(*ground);
    }
    if (who.role == Role::HeadOfService)
        grounds.push_back(service_of_head());
    return grounds;
}

Decision by_emergency(const Who& who, Act act, const Facts& facts) {
    constexpr Acts acts{Act::Open, Act::Write, Act::Sign, Act::Add};
    if (!may_use_emergency(who.role) || !acts.has(act))
        return deny(Reason::NoRelation);
    if (needs_author(act) && !facts.relations.has(Relation::Author))
        return deny(Reason::NotTheAuthor);
    return allow(act, {Reason::Emergency, Sees::Everything, acts},
                 {Duty::TellRecordsManager, Duty::TellLineManager, Duty::AskWhy});
}

bool by_name_in_pack(const Who& who, Act act, const What& what, const Facts& facts) {
    bool of_team = facts.relations.has(Relation::TeamsRecord);
    bool support_may = who.role == Role::BusinessSupport && (act == Act::Find || (act == Act::Change && of_team));
    bool may = practises(who.role) || support_may;
    bool written = !needs_author(act) || facts.relations.has(Relation::Author);
    return may && written && by_name_of_role.has(act) && ask_pack(who, act, what, facts, {}) == PackSays::Yes;
}

} // namespace

bool may_begin_a_record(Role role) { return practises(role); }

Decision decide(const Who& who, Act act, const What& what, const Facts& facts, Instant now) {
    if (act == Act::RunAccounts)
        return who.role == Role::Administrator ? Decision{true, Reason::RunsAccounts, Sees::Nothing, {}}
                                               : deny(Reason::NotForThisRole);
    if (facts.existence == Existence::Unknown)
        return deny(Reason::Unknown);
    if (facts.existence == Existence::Destroyed)
        return deny(Reason::Destroyed);
    if (facts.conflict_of_interest)
        return deny(Reason::Conflict);
    if (facts.restricted == Restricted::NotOnItsList)
        return deny(Reason::OutsideRestriction, {Duty::TellRecordsManager});
    auto why_not = deny(Reason::NoRelation);
    for (const auto& ground : grounds_of(who, facts, now)) {
        auto decision = by_ground(who, act, what, facts, ground);
        if (decision.allowed)
            return decision;
        why_not = decision;
    }
    if (by_name_in_pack(who, act, what, facts))
        return allow(act, {Reason::Duty, practises(who.role) ? Sees::Everything : Sees::Letters, by_name_of_role});
    bool emergency = facts.emergency_until && now < *facts.emergency_until;
    if (emergency && facts.restricted == Restricted::No) {
        auto decision = by_emergency(who, act, facts);
        if (decision.allowed)
            return decision;
    }
    return why_not;
}

} // namespace lifestory::access
