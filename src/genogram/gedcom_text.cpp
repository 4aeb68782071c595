// The letters of a GEDCOM file. Most are UTF-8 whatever they say; ANSEL is the library code of 5.5, in which an accent comes
// before its letter.
#include <array>
#include <cstdint>

#include "base/encoding.h"
#include "base/text.h"
#include "genogram/gedcom_lines.h"

namespace lifestory::genogram {

namespace {

enum class Order { Little, Big };

std::string from_utf16(std::string_view bytes, Order order) {
    const auto unit = [&](std::size_t at) {
        const auto one = static_cast<std::uint8_t>(bytes[at]), two = static_cast<std::uint8_t>(bytes[at + 1]);
        return static_cast<std::uint32_t>(order == Order::Little ? two << 8 | one : one << 8 | two);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto point = unit(at);
        const bool is_first_half = point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size();
        if (is_first_half && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (point >= 0xD800 && point < 0xE000)
            point = 0xFFFD;
        add_utf8(text, point);
    }
    return text;
}

// 0xA1 to 0xCF of ANSEL, 0 where it has no letter.
constexpr std::array<std::uint16_t, 47> ansel_letters{
    0x141, 0xD8,  0x110, 0xDE, 0xC6, 0x152, 0x2B9, 0xB7, 0x266D, 0xAE, 0xB1, 0x1A0, 0x1AF, 0x2BC, 0,    0x2BB,
    0x142, 0xF8,  0x111, 0xFE, 0xE6, 0x153, 0x2BA, 0x131, 0xA3,  0xF0, 0,    0x1A1, 0x1B0, 0,     0,    0xB0,
    0x2113, 0x2117, 0xA9, 0x266F, 0xBF, 0xA1, 0xDF, 0x20AC, 0,   0,    0,    0,     0,     0,     0xDF};

// 0xE0 to 0xFE: the accents, each of which stands before its letter.
constexpr std::array<std::uint16_t, 31> ansel_accents{
    0x309, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30C, 0x30A, 0xFE20, 0xFE21, 0x315, 0x30B, 0x310,
    0x327, 0x328, 0x323, 0x324, 0x325, 0x333, 0x332, 0x326, 0x31C, 0x32E, 0xFE22, 0xFE23, 0,     0,     0x313};

std::string from_ansel(std::string_view bytes) {
    std::string text;
    std::vector<std::uint32_t> waiting;
    for (char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte >= 0xE0) {
            if (const auto accent = byte <= 0xFE ? ansel_accents[byte - 0xE0] : 0; accent && waiting.size() < 8)
                waiting.push_back(accent);
            continue;
        }
        const std::uint32_t letter = byte < 0x80 ? byte : byte >= 0xA1 && byte <= 0xCF ? ansel_letters[byte - 0xA1] : 0;
        add_utf8(text, letter ? letter : 0xFFFD);
        for (auto accent : waiting)
            add_utf8(text, accent);
        waiting.clear();
    }
    return text;
}

bool is_ascii(std::string_view bytes) {
    for (char c : bytes)
        if (static_cast<std::uint8_t>(c) >= 0x80)
            return false;
    return true;
}

// What "1 CHAR ..." says, in the first lines of the file; empty: nothing.
std::string declared(std::string_view bytes) {
    const auto head = bytes.substr(0, 5000);
    const auto at = head.find("1 CHAR ");
    if (at == std::string_view::npos)
        return {};
    const auto rest = head.substr(at + 7);
    return trim(rest.substr(0, rest.find_first_of("\r\n")));
}

std::size_t line_of_bad_letter(std::string_view bytes) {
    std::size_t line = 1, start = 0;
    while (start < bytes.size()) {
        const auto end = std::min(bytes.find('\n', start), bytes.size());
        if (!clean_text(bytes.substr(start, end - start)))
            return line;
        start = end + 1;
        ++line;
    }
    return line;
}

} // namespace

Result<std::string> gedcom_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    else if (bytes.starts_with("\xFF\xFE"))
        return from_utf16(bytes.substr(2), Order::Little);
    else if (bytes.starts_with("\xFE\xFF"))
        return from_utf16(bytes.substr(2), Order::Big);
    else if (bytes.starts_with(std::string_view("0\0", 2)))
        return from_utf16(bytes, Order::Little);
    else if (bytes.starts_with(std::string_view("\0" "0", 2)))
        return from_utf16(bytes, Order::Big);
    const auto said = declared(bytes);
    if (is_ascii(bytes) || clean_text(bytes))
        return std::string(bytes);
    if (said == "ANSEL" || said == "ANSI/NISO Z39.47")
        return from_ansel(bytes);
    if (said == "ANSI" || said == "WINDOWS-1252" || said == "CP1252" || said == "ISO-8859-1" || said == "ISO8859-1" ||
        said == "LATIN1")
        return from_windows_1252(bytes);
    return refuse("not-our-letters", "Line " + std::to_string(line_of_bad_letter(bytes)) + ": the letters are not UTF-8" +
                                         (said.empty() || said == "UTF-8" ? "" : " and we cannot read " + first(said, 20)) +
                                         "; export the file again as UTF-8.");
}

} // namespace lifestory::genogram
