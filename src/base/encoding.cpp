#include "base/encoding.h"

#include <unicode/utf8.h>

namespace lifestory {

namespace {

constexpr std::array<std::uint16_t, 32> windows_letters{
    0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160, 0x2039, 0x152, 0xFFFD, 0x17D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0xFFFD, 0x17E, 0x178};

} // namespace

void add_utf8(std::string& text, std::uint32_t point) {
    const auto byte = [&](std::uint32_t value) { text.push_back(static_cast<char>(value)); };
    if (point < 0x80)
        byte(point);
    else if (point < 0x800)
        byte(0xC0 | point >> 6), byte(0x80 | (point & 0x3F));
    else if (point < 0x10000)
        byte(0xE0 | point >> 12), byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F));
    else
        byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 0x3F)), byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F));
}

bool is_utf8(std::string_view bytes) {
    const auto* all = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t at = 0; at < length;) {
        if (all[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 point = 0;
        U8_NEXT(all, at, length, point);
        if (point < 0)
            return false;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        add_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_letters[byte - 0x80] : byte);
    }
    return text;
}

Result<Decoded> decoded(std::string bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return refuse("utf-16", "This is UTF-16. Save it as “CSV UTF-8”");
    if (bytes.find('\0') != std::string::npos)
        return refuse("not-text", "This is no text. Save the table as “CSV UTF-8”");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    if (is_utf8(bytes))
        return Decoded{std::move(bytes), false};
    return Decoded{from_windows_1252(bytes), true};
}

} // namespace lifestory
