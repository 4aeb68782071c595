// Which entries of a family's stream are read: those that say something of a person, a tie or a home and were not taken back.
#pragma once

#include "record/family.h"

namespace lifestory::record {

template <class T>
const Beside<T>* find_said(const std::vector<History<T>>& all, const EntryId& entry) {
    for (const auto& history : all)
        for (const auto& one : history.said)
            if (one.entry == entry)
                return &one;
    return nullptr;
}

bool is_said(const Family& family, const EntryId& entry);

} // namespace lifestory::record
