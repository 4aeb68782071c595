#include "web/pages/secure_means.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view by_email = "by e-mail", confidential = ".confidential", through = ".through";

// The questions as a pack asks them of what is sent; where a clause stands behind them, that kind's.
struct Questions {
    const policy::Item* confidential = nullptr;
    const policy::Item* through = nullptr;
};

Questions questions_of(const policy::Pack& pack) {
    Questions found;
    for (const auto& [id, type] : pack.record_types) {
        const auto* one = type.item("confidential");
        const auto* other = type.item("sent-through");
        const bool is_asked = one && other && one->force && other->force && !other->choices.empty();
        if (is_asked && (!found.through || (found.through->clauses.empty() && !other->clauses.empty())))
            found = {one, other};
    }
    return found;
}

Radios group_of(const Asked& asked, const std::string& name, const std::string& legend) {
    Radios group;
    group.name = group.id_prefix = name;
    group.value = field(asked.fields, name);
    group.fieldset = Fieldset{{legend, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    group.error = error_at(asked.refusals, name);
    group.classes = "govuk-radios--small";
    return group;
}

Choice choice_of(const std::string& value, Html revealed = {}) {
    Choice one;
    one.value = value;
    one.words = capital(value);
    one.revealed = std::move(revealed);
    return one;
}

Html asked_of_email(const Questions& questions, const Asked& asked, const std::string& name) {
    auto ways = group_of(asked, name + std::string(through), questions.through->label);
    for (const auto& way : questions.through->choices)
        ways.choices.push_back(choice_of(way.name));
    auto is_it = group_of(asked, name + std::string(confidential), questions.confidential->label);
    is_it.choices = {choice_of("yes", radios(ways)), choice_of("no")};
    return radios(is_it);
}

bool is_secure(const policy::Item& asked, const std::string& way) {
    const auto is_choice = std::any_of(asked.choices.begin(), asked.choices.end(), [&](const auto& one) { return one.name == way; });
    return is_choice && (asked.accepts.empty() || std::find(asked.accepts.begin(), asked.accepts.end(), way) != asked.accepts.end());
}

std::string clause_of(const policy::Item& asked) { return asked.clauses.empty() ? std::string() : asked.clauses.front(); }

} // namespace

Html choose_means(const House& house, const Asked& asked, const std::string& name, const Choosable& ways) {
    const auto questions = questions_of(house.pack());
    auto group = group_of(asked, name, "How?");
    group.classes.clear();
    for (const auto& [value, words] : ways) {
        auto one = choice_of(value);
        one.words = words;
        if (value == by_email && questions.through)
            one.revealed = asked_of_email(questions, asked, name);
        if (value == "other")
            one.revealed = short_box(asked, name + ".other", "Say what");
        group.choices.push_back(one);
    }
    return radios(group);
}

Means means_said(const House& house, const desk::Fields& fields, const std::string& name) {
    Means means{chosen(fields, name), {}};
    const auto questions = questions_of(house.pack());
    if (means.words != by_email || !questions.through)
        return means;
    const auto is_confidential = field(fields, name + std::string(confidential)), way = field(fields, name + std::string(through));
    if (is_confidential == "no")
        means.words += ", nothing in it confidential";
    else if (is_confidential != "yes")
        means.refusals.push_back(refuse("missing", "Say whether anything in it is confidential", name + std::string(confidential), clause_of(*questions.confidential)));
    else if (way.empty())
        means.refusals.push_back(refuse("missing", "Choose the way that it was sent", name + std::string(through), clause_of(*questions.through)));
    else if (!is_secure(*questions.through, way))
        means.refusals.push_back(refuse("not-accepted", questions.through->said.empty() ? "Send it in a secure way, and say which" : questions.through->said,
                                        name + std::string(through), clause_of(*questions.through)));
    else
        means.words += ", through " + way;
    return means;
}

} // namespace lifestory::web::pages
