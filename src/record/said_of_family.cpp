#include "record/said_of_family.h"

namespace lifestory::record {

bool is_said(const Family& family, const EntryId& entry) {
    return find_said(family.people, entry) || find_said(family.relationships, entry) || find_said(family.households, entry);
}

} // namespace lifestory::record
