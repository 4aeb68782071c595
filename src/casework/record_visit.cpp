#include "casework/record_visit.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

namespace {

bool is_on_the_form(const Asked& asked, std::string_view item) {
    return std::any_of(asked.items.begin(), asked.items.end(),
                       [&](const auto* one) { return one->id == item; });
}

// These make a visit a visit; where the pack makes one a must, sign.cpp has refused it already.
void check_the_visit_itself(Refusing& refusing, const record::Child& child, const Asked& asked,
                            const record::Form& form) {
    const auto name = child.first_name();
    const auto needs = [&](std::string_view item, std::string message, std::string clause) {
        const auto field = "item." + std::string(item);
        const auto& so_far = refusing.all();
        const bool is_refused =
            std::any_of(so_far.begin(), so_far.end(), [&](const auto& it) { return it.field == field; });
        if (is_on_the_form(asked, item) && !is_refused)
            refusing.unless(is_answered(form.find(item)), field, std::move(message), std::move(clause));
    };
    needs("happened", "Write what happened", "ROC-060");
    needs("seen", "Say whether " + name + " was seen", "ROC-059");
    if (form.seen() == record::Seen::NotSeen)
        needs("not-seen-why", "Say why " + name + " was not seen", "ROC-059");
    else
        needs("people", "Say who else was there, or tick nobody else", "ROC-056");
}

void check_interpreter(Refusing& refusing, const record::Form& form) {
    const auto* answer = form.find("interpreter");
    const auto* people = answer ? std::get_if<record::People>(&answer->value) : nullptr;
    if (!people)
        return;
    for (const auto& one : people->there)
        refusing.unless(!is_blank(one.full_name), "item.interpreter", "Give the interpreter's name",
                        "ROC-058");
}

} // namespace

Result<Writing> record_visit(const Act& act, const record::Child& child, const Asked& asked,
                             const Filled& filled) {
    Refusing refusing;
    refusing.add(refusals_of(act, child, asked, filled));
    check_the_visit_itself(refusing, child, asked, filled.form);
    check_interpreter(refusing, filled.form);
    if (const auto born = child.born(); born && filled.happened_on)
        refusing.unless(*born <= *filled.happened_on, "happened-on",
                        "The visit cannot be before " + child.first_name() + " was born, " +
                            calendar::in_words(*born));
    if (refusing.has_any())
        return refusing.all();
    const auto why_late = filled.late == Late::Yes ? filled.why_late : std::nullopt;
    return signed_entry(
        act, child,
        record::Visit{filled.form, why_late, filled.kept, filled.sent_back, filled.one_visit}, filled);
}

} // namespace lifestory::casework
