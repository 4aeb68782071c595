#include "desk/codes.h"

#include <cstdlib>

#include <liboath/oath.h>

#include "base/fault.h"

namespace lifestory::desk {

namespace {

constexpr std::uint64_t seconds_a_step = 30;
constexpr unsigned digits = 6;

std::uint64_t step_at(calendar::Instant now) {
    auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    return static_cast<std::uint64_t>(seconds) / seconds_a_step;
}

std::string code_of_step(const Bytes& secret, std::uint64_t step) {
    char code[digits + 1];
    int answer = oath_hotp_generate(secret.data(), secret.size(), step, digits, false, OATH_HOTP_DYNAMIC_TRUNCATION, code);
    if (answer != OATH_OK)
        throw Fault("liboath made no one-time code: " + std::to_string(answer));
    return code;
}

} // namespace

Bytes new_code_secret() {
    return random_bytes(20);
}

std::optional<std::uint64_t> step_of_code(const Bytes& secret, const std::string& code, calendar::Instant now,
                                          std::uint64_t last_step) {
    std::optional<std::uint64_t> found;
    auto here = step_at(now);
    for (auto step = here - 1; step <= here + 1; ++step)
        if (equal_in_constant_time(code_of_step(secret, step), code) && step > last_step)
            found = step;
    return found;
}

std::string code_at(const Bytes& secret, calendar::Instant now) {
    return code_of_step(secret, step_at(now));
}

std::string authenticator_address(const Bytes& secret) {
    char* base32 = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.data(), secret.size(), &base32, &length) != OATH_OK)
        throw Fault("liboath wrote no base32");
    std::string written(base32, length);
    std::free(base32);
    return "otpauth://totp/Lifestory?secret=" + written + "&issuer=Lifestory";
}

} // namespace lifestory::desk
