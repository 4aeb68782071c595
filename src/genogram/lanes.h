// The order of horizontal bars between two rows, so that few lines cross and none lies upon another.
#pragma once

#include <optional>
#include <vector>

namespace lifestory::genogram {

struct Bar {
    std::optional<double> from; // where its line comes down from above
    std::vector<double> drops;  // where its lines go down
    double left() const;
    double right() const;
    bool is_straight() const { return right() - left() < 0.5; }
};

struct Lanes {
    std::vector<int> lane; // of each bar, from above; straight ones have none of their own (-1)
    int count = 0;
};

Lanes lanes_of(const std::vector<Bar>& bars);

} // namespace lifestory::genogram
