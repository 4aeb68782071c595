#include "web/pages/number_kept.h"

#include <fmt/format.h>

#include "record/identifiers.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/find.h"

namespace lifestory::web::pages {

namespace {

// As it is kept; empty: no number, or no right one, which is refused elsewhere.
std::string number_in(const record::BasicDetail& detail) {
    if (detail.fact != "nhs-number" && detail.fact != "unique-pupil-number")
        return {};
    auto read = detail.fact == "nhs-number" ? record::read_nhs_number(detail.value) : record::read_pupil_number(detail.value);
    return read.fault ? std::string() : read.written;
}

} // namespace

Refusals kept_for_another(const House& house, const Caller& caller, RecordNumber child, const record::BasicDetail& detail) {
    const auto number = number_in(detail);
    if (number.empty())
        return {};
    for (const auto& found : house.door.find(caller.visitor, number, house.now())) {
        if (!found.who.child || *found.who.child == child)
            continue;
        auto worker = found.worker ? fmt::format(" ({} works with them{})", joined(*found.worker), found.telephone.empty() ? "" : ", " + found.telephone) : std::string();
        return {refuse("value", fmt::format("This number stands in the record of {}, {}, already{}, and two children never have the same. Check it against the letter; if it is wrong there, "
                                            "put it right there first", found.who.name(), born_words(found.who), worker), "value")};
    }
    return {};
}

} // namespace lifestory::web::pages
