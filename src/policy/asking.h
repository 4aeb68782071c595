// The facts given with a question to a clause, held against what conditions ask for (ask.h): a fact that is not given is
// taken as the clause needs it. For the files of this room.
#pragma once

#include "policy/ask.h"

namespace lifestory::policy {

// What a fact says of one that a condition asks for.
enum class Says { Nothing, Holds, Contradicts };

bool has(const std::vector<std::string>& all, std::string_view one);
bool meet(const std::vector<std::string>& left, const std::vector<std::string>& right); // one at least is in both

struct Asking {
    const Pack& pack;
    const Facts& facts;
    calendar::Instant at;
    calendar::Day day;

    Asking(const Pack& pack, const Facts& facts, calendar::Instant at);

    std::optional<std::string> given(std::string_view name) const;        // the last of this name
    std::vector<std::string> all_given(std::string_view name) const;
    std::string setting(std::string_view id) const;                       // as given, else the pack's on that day
    std::optional<calendar::Count> count(const CountOf& of) const;
    calendar::Instant event(const std::vector<Trigger>& triggers, CountsFrom from) const; // --at, unless a trigger is given by name

    Says conditions(const Conditions& asked) const; // of several tables, the one that fits best

private:
    Says condition(const Condition& asked) const;
    Says status(const Condition& asked) const;
    Says status_itself(const std::string& id, int depth) const;
    bool goes_with(const std::string& status, const std::vector<std::string>& given) const;
    Says among(std::string_view name, const std::vector<std::string>& asked) const;
    Says age(std::string_view name, const std::optional<Ages>& asked) const;
    Says values(std::string_view kind, const std::vector<Values>& asked) const;
    Says lasted(const Condition& asked) const;
    calendar::Instant event(const Trigger& trigger) const;
};

} // namespace lifestory::policy
