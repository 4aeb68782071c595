#include "unit/access/second_opinion.h"

#include <fstream>
#include <sstream>

namespace lifestory::access {

namespace {

std::vector<std::string> split(const std::string& line, char at) {
    std::vector<std::string> parts;
    std::stringstream in(line);
    for (std::string part; std::getline(in, part, at);)
        parts.push_back(part);
    return parts;
}

std::set<std::string> words(const std::string& cell) {
    std::set<std::string> all;
    for (const auto& word : split(cell, ' '))
        if (word != "-")
            all.insert(word);
    return all;
}

std::vector<std::vector<std::string>> rows(const std::string& file) {
    std::vector<std::vector<std::string>> all;
    std::ifstream in(std::string(SOURCE_FOLDER) + "/tests/unit/access/" + file);
    bool is_head = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        if (!is_head)
            all.push_back(split(line, '\t'));
        is_head = false;
    }
    return all;
}

// The ties by name; somebody without any has "none".
std::set<std::string> ties(const Facts& facts, Instant now) {
    std::set<std::string> names;
    for (auto tie : all_ties()) {
        bool is_over = tie == Relation::ListedForAudit && (!facts.listed_until || *facts.listed_until <= now);
        if (facts.relations.has(tie) && !is_over)
            names.insert(std::string(name_of(tie)));
    }
    names.insert("none");
    return names;
}

// Does anything the pack says of this act leave this person out? `names` are all that they answer to.
std::string what_the_pack_says(const std::vector<Permission>* permissions, const std::string& act, const What& what,
                               const std::set<std::string>& names) {
    if (!permissions)
        return "nothing";
    for (const auto& on : what.on) {
        bool speaks = false;
        for (const auto& permission : *permissions)
            if (permission.act == act && permission.on == on) {
                speaks = true;
                for (const auto& role : permission.roles)
                    if (names.contains(role))
                        return "yes";
            }
        if (speaks)
            return "others";
    }
    return "nothing";
}

bool is_emergency(const Facts& facts, Instant now) {
    return facts.emergency_until && now < *facts.emergency_until;
}

} // namespace

std::vector<Role> all_roles() {
    return {Role::Practitioner, Role::SeniorPractitioner, Role::TeamManager, Role::ServiceManager, Role::HeadOfService,
            Role::ReviewingOfficer, Role::ConferenceChair, Role::BusinessSupport, Role::Auditor, Role::Administrator,
            Role::Child, Role::Parent};
}

std::vector<Act> all_acts() {
    std::vector<Act> acts;
    for (int act = 0; act <= static_cast<int>(Act::RunAccounts); ++act)
        acts.push_back(static_cast<Act>(act));
    return acts;
}

std::vector<Relation> all_ties() {
    return {Relation::AllocatedWorker, Relation::CoWorker, Relation::LineOfManagement, Relation::ReviewingOfficer,
            Relation::ConferenceChair, Relation::TeamsRecord, Relation::ListedForAudit, Relation::TheChild,
            Relation::SharedWithParent};
}

Tables read_tables() {
    Tables tables;
    for (const auto& row : rows("table.tsv"))
        tables.may[{row.at(0), row.at(1)}] = words(row.at(2));
    for (const auto& row : rows("states.tsv"))
        tables.states[row.at(0)] = {row.begin() + 1, row.end()};
    return tables;
}

bool grants(const std::set<std::string>& may, const std::string& act, bool wrote_it) {
    return may.contains(act) || (wrote_it && may.contains(act + "*")) || (!wrote_it && may.contains(act + "!"));
}

bool second_opinion(const Tables& tables, const Who& who, Act act, const What& what, const Facts& facts, Instant now) {
    std::string role(name_of(who.role)), doing(name_of(act));
    if (doing == "run-accounts")
        return role == "administrator";
    if (facts.existence != Existence::Kept || facts.conflict_of_interest || facts.restricted == Restricted::NotOnItsList)
        return false;
    bool wrote_it = facts.relations.has(Relation::Author);

    std::set<std::string> roles{role, who.pack_role}, names = roles;
    for (const auto& relation : all_ties())
        if (facts.relations.has(relation))
            names.insert(std::string(name_of(relation)));
    if (wrote_it)
        names.insert("author");
    if (role == "head-of-service")
        names.insert("line-of-management"), roles.insert("line-of-management");

    for (const auto& tie : ties(facts, now)) {
        if (!grants(tables.may.at({role, tie}), doing, wrote_it))
            continue;
        bool by_grant = role == "business-support" || role == "auditor" || role == "child" || role == "parent";
        if (by_grant || what_the_pack_says(facts.permissions, doing, what, names) != "others")
            return true;
    }
    // What a pack gives to a role by its name, without any tie.
    static const std::set<std::string> practice{"practitioner", "senior-practitioner", "team-manager", "service-manager", "head-of-service"};
    static const std::set<std::string> by_name{"find", "open", "write", "sign*", "add*", "ask-correction", "change"};
    bool may_be_given = practice.contains(role) ? grants(by_name, doing, wrote_it) : role == "business-support" && (doing == "find" || (doing == "change" && ties(facts, now).contains("business-support-of-the-team")));
    if (may_be_given && what_the_pack_says(facts.permissions, doing, what, roles) == "yes")
        return true;
    const auto& emergency = tables.states.at("emergency");
    return is_emergency(facts, now) && facts.restricted == Restricted::No && words(emergency.at(2)).contains(role) &&
           grants(words(emergency.at(3)), doing, wrote_it);
}

} // namespace lifestory::access
