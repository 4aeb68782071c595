// The words by which packs and entries name acts, roles and relationships.
#include "access/decide.h"

namespace lifestory::access {

std::string_view name_of(Act act) {
    switch (act) {
    case Act::Find: return "find";
    case Act::Open: return "open";
    case Act::Write: return "write";
    case Act::Sign: return "sign";
    case Act::Endorse: return "endorse";
    case Act::Comment: return "comment";
    case Act::Add: return "add";
    case Act::AskCorrection: return "ask-correction";
    case Act::Correct: return "correct";
    case Act::Close: return "close";
    case Act::Release: return "release";
    case Act::Decide: return "decide";
    case Act::AgreeRiskAlert: return "agree-risk-alert";
    case Act::Change: return "change";
    case Act::Share: return "share";
    case Act::Send: return "send";
    case Act::Withhold: return "withhold";
    case Act::Transfer: return "transfer";
    case Act::Hold: return "hold";
    case Act::Restrict: return "restrict";
    case Act::Destroy: return "destroy";
    case Act::Allocate: return "allocate";
    case Act::ReachDraft: return "reach-draft";
    case Act::SeeReadings: return "see-readings";
    case Act::Answer: return "answer";
    case Act::RunAccounts: return "run-accounts";
    }
    return "";
}

std::string_view name_of(Role role) {
    switch (role) {
    case Role::Practitioner: return "practitioner";
    case Role::SeniorPractitioner: return "senior-practitioner";
    case Role::TeamManager: return "team-manager";
    case Role::ServiceManager: return "service-manager";
    case Role::HeadOfService: return "head-of-service";
    case Role::ReviewingOfficer: return "reviewing-officer";
    case Role::ConferenceChair: return "conference-chair";
    case Role::BusinessSupport: return "business-support";
    case Role::Auditor: return "auditor";
    case Role::Administrator: return "administrator";
    case Role::Child: return "child";
    case Role::Parent: return "parent";
    }
    return "";
}

std::string_view name_of(Relation relation) {
    switch (relation) {
    case Relation::AllocatedWorker: return "allocated-worker";
    case Relation::CoWorker: return "co-worker";
    case Relation::LineOfManagement: return "line-of-management";
    case Relation::ReviewingOfficer: return "reviewing-officer";
    case Relation::ConferenceChair: return "conference-chair";
    case Relation::TeamsRecord: return "business-support-of-the-team";
    case Relation::ListedForAudit: return "auditor";
    case Relation::Author: return "author";
    case Relation::TheChild: return "child";
    case Relation::SharedWithParent: return "parents";
    }
    return "";
}

std::optional<Role> role_of(std::string_view acts_as) {
    for (auto role : {Role::Practitioner, Role::SeniorPractitioner, Role::TeamManager, Role::ServiceManager,
                      Role::HeadOfService, Role::ReviewingOfficer, Role::ConferenceChair, Role::BusinessSupport,
                      Role::Auditor, Role::Administrator, Role::Child, Role::Parent})
        if (name_of(role) == acts_as)
            return role;
    return std::nullopt;
}

} // namespace lifestory::access
