#include "genogram/lanes.h"

#include <algorithm>
#include <cmath>

namespace lifestory::genogram {

namespace {

constexpr double margin = 6, touching = 3.5;
constexpr int lying_upon = 500;

bool share(const Bar& one, const Bar& other) {
    return one.left() < other.right() + margin && other.left() < one.right() + margin;
}

int within(const Bar& bar, double x) { return x > bar.left() - touching && x < bar.right() + touching ? 1 : 0; }

// Crossings when `upper` is drawn above `lower`.
int cost(const Bar& upper, const Bar& lower) {
    int sum = 0;
    for (double drop : upper.drops) {
        sum += within(lower, drop);
        if (lower.from && std::abs(drop - *lower.from) < touching)
            sum += lying_upon;
    }
    if (lower.from)
        sum += within(upper, *lower.from);
    return sum;
}

} // namespace

double Bar::left() const {
    const auto least = drops.empty() ? *from : *std::min_element(drops.begin(), drops.end());
    return from ? std::min(least, *from) : least;
}

double Bar::right() const {
    const auto most = drops.empty() ? *from : *std::max_element(drops.begin(), drops.end());
    return from ? std::max(most, *from) : most;
}

Lanes lanes_of(const std::vector<Bar>& bars) {
    std::vector<std::size_t> order;
    for (std::size_t at = 0; at < bars.size(); ++at)
        if (!bars[at].is_straight())
            order.push_back(at);
    const auto gain = [&](std::size_t upper, std::size_t lower) {
        return share(bars[upper], bars[lower]) ? cost(bars[upper], bars[lower]) - cost(bars[lower], bars[upper]) : 0;
    };
    // Each bar in turn to where it crosses least; sums of pairs, so every move is a gain and it ends.
    for (bool is_better = true; is_better;) {
        is_better = false;
        for (std::size_t from = 0; from < order.size(); ++from) {
            int sum = 0, best = 0;
            std::size_t to = from;
            for (std::size_t at = from; at-- > 0;)
                if (sum += gain(order[at], order[from]); sum > best)
                    best = sum, to = at;
            sum = 0;
            for (std::size_t at = from + 1; at < order.size(); ++at)
                if (sum += gain(order[from], order[at]); sum > best)
                    best = sum, to = at;
            if (to == from)
                continue;
            const auto bar = order[from];
            order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), bar);
            is_better = true;
        }
    }
    Lanes lanes{std::vector<int>(bars.size(), -1), 0};
    for (std::size_t at = 0; at < order.size(); ++at) {
        int lane = 0;
        for (std::size_t before = 0; before < at; ++before)
            if (share(bars[order[before]], bars[order[at]]))
                lane = std::max(lane, lanes.lane[order[before]] + 1);
        lanes.lane[order[at]] = lane;
        lanes.count = std::max(lanes.count, lane + 1);
    }
    return lanes;
}

} // namespace lifestory::genogram
