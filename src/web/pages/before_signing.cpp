#include "web/pages/before_signing.h"

#include <algorithm>

#include "base/text.h"
#include "casework/record_form.h"
#include "web/html/components.h"
#include "web/pages/letter_guard.h"
#include "web/pages/needed.h"
#include "web/pages/record_parts.h"

namespace lifestory::web::pages {

std::string field_on_page(const policy::RecordType& type, const std::string& refused) {
    if (refused == "happened-on")
        return "when.day";
    if (refused == "late.kept-safe")
        return "late.safe";
    if (refused == "release")
        return "release.how";
    if (refused == "release.look-again")
        return "release.look-again.day";
    const auto* item = refused.starts_with("item.") ? type.item(refused.substr(5)) : nullptr;
    if (item && item->type == policy::ItemType::Views)
        return refused + (item->whose == "child" ? ".words" : ".1.words");
    if (item && (item->type == policy::ItemType::Actions || item->type == policy::ItemType::Options))
        return refused + ".1.what";
    if (item && item->type == policy::ItemType::Rows)
        return refused + ".1.1";
    return refused;
}

bool is_of_signing(std::string_view field) { return field.starts_with("release.") || field.starts_with("late.") || field.starts_with("keep-"); }

void put_in_order_of_page(const DraftView& view, Refusals& refusals) {
    std::ranges::stable_sort(refusals, {}, [&](const Refusal& refusal) { return place_on_page(view, refusal.field); });
}

namespace {

std::vector<Needed> needed_of(const House& house, const DraftView& view) {
    return view.open && view.type && view.type->is_like("transfer") ? needed_before(house, view.judged, view.type->id, "recorded") : std::vector<Needed>{};
}

} // namespace

Refusals needed_to_sign(const House& house, const DraftView& view) { return refused_for(house, needed_of(house, view)); }

Html what_is_needed_to_sign(const House& house, const DraftView& view) { return view.open ? what_is_needed(house, *view.open, needed_of(house, view)) : Html(); }

Refusals missing_before_signing(const House& house, const Caller& caller, const DraftView& view) {
    auto missing = view.when_refusals;
    missing.insert(missing.end(), view.read.refusals.begin(), view.read.refusals.end());
    auto written = casework::record_form(act_of(house, caller), *view.open->child, {*view.type, view.asked}, filled_of(view, caller, house));
    if (!written)
        for (auto refusal : written.refusals()) {
            refusal.field = field_on_page(*view.type, refusal.field);
            if (std::ranges::find(missing, refusal.field, &Refusal::field) == missing.end()) // what cannot be read is not left out as well
                missing.push_back(std::move(refusal));
        }
    for (auto& refusal : needed_to_sign(house, view))
        missing.push_back(std::move(refusal));
    for (auto& refusal : letter_refusals(house, view, view.read.form))
        missing.push_back(std::move(refusal));
    std::erase_if(missing, [](const Refusal& refusal) { return is_of_signing(refusal.field); });
    put_in_order_of_page(view, missing);
    return missing;
}

Html before_you_can_sign(const DraftView& view, const Refusals& missing) {
    if (missing.empty())
        return Html();
    Html lines;
    for (const auto& one : missing)
        lines += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", url("/drafts/" + view.draft.draft.hex() + "#" + one.field), one.message);
    return inset_text({html("<p><strong>Before you can sign:</strong></p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", lines), {}, {}, {}});
}

} // namespace lifestory::web::pages
