#include "web/pages/draft_fit.h"

#include <fmt/format.h>

namespace lifestory::web::pages {

std::vector<ThingFound> misfits_to_look_at(const DraftView& view) {
    const auto& form = view.read.form;
    const bool with_others = form.seen() == record::Seen::WithOthers;
    if (!with_others)
        return {};
    const auto page = view.draft.version > 0 ? path("/drafts/{}", view.draft.draft.hex()).text() : std::string();
    std::vector<ThingFound> found;
    for (const auto& answer : form.answers)
        if (const auto* people = std::get_if<record::People>(&answer.value); people && people->nobody_else)
            found.push_back({"seen-and-" + answer.item,
                             fmt::format("You wrote that {} was seen with others there, and at “{}” that nobody else was. Who was there? If nobody was, {} was seen alone.", view.first_name(),
                                         answer.label, view.first_name()),
                             view.for_all ? std::nullopt : std::optional(url(page + "#item." + answer.item)), "fit"});
    return found;
}

} // namespace lifestory::web::pages
