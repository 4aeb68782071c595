#include "desk/throttle.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::desk {

using calendar::Instant;

namespace {

constexpr auto forgotten_after = std::chrono::hours(1);
constexpr std::size_t room_for = 100'000;

Refusal wait_until(Instant free, Instant now) {
    auto minutes = std::chrono::ceil<std::chrono::minutes>(free - now).count();
    return refuse("wait", "Wait " + plural(static_cast<std::size_t>(minutes), "minute", "minutes") + ", then try again.");
}

} // namespace

std::chrono::minutes wait_after(int tries, int free_tries) {
    if (tries < free_tries)
        return std::chrono::minutes(0);
    int doublings = std::min(tries - free_tries, 3);
    return std::min(std::chrono::minutes(2 << doublings), std::chrono::minutes(15));
}

Instant Throttle::free_at(const Tries& tries, int free_tries) {
    return tries.last + wait_after(tries.count, free_tries);
}

void Throttle::forget_old(Instant now) {
    if (m_tries.size() < room_for)
        return;
    std::erase_if(m_tries, [&](const auto& one) { return one.second.last + forgotten_after < now; });
}

Outcome Throttle::may_try(const Digest& account, const std::string& address, Instant now) {
    std::lock_guard lock(m_mutex);
    forget_old(now);
    bool known = m_known.contains({account, address});
    auto& of_account = m_tries["account " + to_hex(view(account)) + (known ? " " + address : "")];
    auto& of_address = m_tries["address " + address];
    for (auto* tries : {&of_account, &of_address})
        if (tries->last + forgotten_after < now)
            *tries = {};
    auto free = free_at(of_account, free_tries_of_an_account);
    if (!known)
        free = std::max(free, free_at(of_address, free_tries_of_an_address));
    if (now < free)
        return wait_until(free, now);
    of_account = {of_account.count + 1, now};
    of_address = {of_address.count + 1, now};
    return Nothing{};
}

void Throttle::succeeded(const Digest& account, const std::string& address) {
    std::lock_guard lock(m_mutex);
    m_known.insert({account, address});
    auto hex = to_hex(view(account));
    m_tries.erase("account " + hex + " " + address);
    m_tries.erase("account " + hex);
    auto of_address = m_tries.find("address " + address);
    if (of_address != m_tries.end() && of_address->second.count > 0)
        --of_address->second.count;
}

} // namespace lifestory::desk
