// The chronologies of several children as one, in the order of time: what happened to several of them stands there once, with what it
// meant for each. Each child's rows are those that the reader may see of that child, and no others.
#pragma once

#include <span>

#include "chronology/row.h"

namespace lifestory::chronology {

struct JointRow {
    struct Part {
        std::size_t child = 0; // its place among the children
        const Row* row = nullptr;
        bool operator==(const Part&) const = default;
    };
    std::vector<Part> parts;   // in the order of the children

    const Row& first() const { return *parts.front().row; }
    bool operator==(const JointRow&) const = default;
};

// Points into the chronologies, and lives as long as they do.
std::vector<JointRow> rows_together(std::span<const Chronology> children);

} // namespace lifestory::chronology
