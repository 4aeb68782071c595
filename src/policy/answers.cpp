#include "policy/answers.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "calendar/day.h"

namespace lifestory::policy {

namespace {

// Shapes of the program that make the contrary impossible; the other shapes show something.
constexpr std::array<std::string_view, 8> forbidding{"one-record-per-child", "nothing-is-removed", "author-in-full",
                                                     "signed-child-by-child", "dated-by-the-event", "who-told-us",
                                                     "reading-noted", "siblings-apart"};

Answer by_force(Force force) {
    switch (force) {
    case Force::Must: return Answer::Enforced;
    case Force::Should: return Answer::Prompted;
    case Force::Advice: return Answer::Shown;
    }
    return Answer::Shown;
}

struct Answers {
    std::map<std::string, AnsweredClause> by_id{};

    void add(const std::vector<std::string>& clauses, const std::string& how, Answer answer) {
        for (const auto& id : clauses) {
            auto found = by_id.find(id);
            if (found == by_id.end())
                continue;
            if (std::ranges::find(found->second.how, how) == found->second.how.end())
                found->second.how.push_back(how);
            found->second.answer = std::min(found->second.answer, answer);
        }
    }
    void add(const Rule& rule, Answer answer) { add(rule.clauses, rule.full_id(), answer); }

    template <class Rules>
    void add_by_force(const Rules& rules) {
        for (const auto& rule : rules)
            add(rule.rule, by_force(rule.rule.force));
    }
    template <class Rules>
    void add_all(const Rules& rules, Answer answer) {
        for (const auto& rule : rules)
            add(rule.rule, answer);
    }
    template <class Map>
    void add_map(const Map& rules, Answer answer) {
        for (const auto& [id, rule] : rules)
            add(rule.rule, answer);
    }
};

void add_record_types(Answers& answers, const Pack& pack) {
    for (const auto& [id, rule] : pack.record_rules)
        answers.add(rule, by_force(rule.force));
    for (const auto& [id, type] : pack.record_types) {
        for (const auto& item : type.items) {
            bool said_here = pack.record_rules.contains(id);
            if (said_here)
                answers.add(item.clauses, fmt::format("record.{}.{}", id, item.id), item.force ? by_force(*item.force) : Answer::Shown);
        }
        for (const auto& need : type.needs)
            answers.add(need.clauses, fmt::format("record.{}.needs", id), by_force(need.force));
    }
}

void add_rules(Answers& answers, const Pack& pack) {
    answers.add_map(pack.statuses, Answer::Enforced);
    answers.add_all(pack.permissions, Answer::Enforced);
    for (const auto& restriction : pack.restrictions)
        answers.add(restriction.status.rule, Answer::Enforced);
    answers.add_all(pack.retentions, Answer::Enforced);
    answers.add_all(pack.holds, Answer::Enforced);
    answers.add_by_force(pack.timescales);
    answers.add_by_force(pack.frequencies);
    answers.add_by_force(pack.audiences);
    answers.add_by_force(pack.findings);
    answers.add_by_force(pack.words);
    for (const auto& reminder : pack.reminders)
        answers.add(reminder.rule, reminder.answer.empty() ? Answer::Shown : Answer::Prompted);
    answers.add_all(pack.acronyms, Answer::Shown);
    answers.add_all(pack.significances, Answer::Shown);
    answers.add_map(pack.settings, Answer::Shown);
    answers.add_map(pack.lists, Answer::Shown);
    answers.add_map(pack.roles, Answer::Shown);
    answers.add_map(pack.areas, Answer::Shown);
    answers.add_map(pack.escalations, Answer::Shown);
    answers.add_map(pack.guidance, Answer::Shown);
    answers.add_all(pack.audits, Answer::Measured);
    answers.add_all(pack.measures, Answer::Measured);
}

void add_pack_pages(Answers& answers, const Pack& pack) {
    auto abouts = pack.extended;
    abouts.push_back(pack.about);
    for (const auto& about : abouts) {
        answers.add(about.clauses, "pack." + about.id, Answer::Shown);
        for (const auto& source : about.sources)
            answers.add(source.clauses, "pack." + about.id, Answer::Shown);
    }
}

void add_shapes(Answers& answers, const Pack& pack) {
    for (const auto& [id, clause] : pack.clauses)
        for (const auto& shape : clause.shape) {
            bool forbids = std::ranges::find(forbidding, shape) != forbidding.end();
            answers.add({id}, "shape." + shape, forbids ? Answer::Enforced : Answer::Shown);
        }
}

// What the clause itself says of being outside, and what became of its rules.
void put_outside(AnsweredClause& answered, const Clause& clause, const Pack& pack) {
    if (!clause.outside.empty()) {
        answered.answer = Answer::Outside;
        answered.why = clause.outside;
    } else if (clause.withdrawn) {
        answered.answer = Answer::Outside;
        answered.why = "withdrawn on " + calendar::in_words(*clause.withdrawn);
    } else if (answered.answer == Answer::Open) {
        for (const auto& gone : pack.gone)
            if (std::ranges::find(gone.clauses, clause.id) != gone.clauses.end()) {
                answered.answer = Answer::Outside;
                answered.why = fmt::format("{}: {}", gone.full_id, gone.why);
            }
    }
}

} // namespace

std::string name_of(Answer answer) {
    switch (answer) {
    case Answer::Enforced: return "enforced";
    case Answer::Prompted: return "prompted";
    case Answer::Shown: return "shown";
    case Answer::Measured: return "measured";
    case Answer::Outside: return "outside";
    case Answer::Open: return "open";
    }
    return "";
}

std::vector<AnsweredClause> answered_clauses(const Pack& pack) {
    Answers answers;
    for (const auto& [id, clause] : pack.clauses)
        answers.by_id.emplace(id, AnsweredClause{id, Answer::Open, {}, ""});
    add_record_types(answers, pack);
    add_rules(answers, pack);
    add_pack_pages(answers, pack);
    add_shapes(answers, pack);
    std::vector<AnsweredClause> all;
    for (auto& [id, answered] : answers.by_id) {
        put_outside(answered, pack.clauses.at(id), pack);
        all.push_back(std::move(answered));
    }
    return all;
}

} // namespace lifestory::policy
