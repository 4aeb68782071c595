#include "web/pages/file_lines.h"

#include <charconv>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/text.h"

namespace lifestory::web::pages {

namespace {

constexpr char between = '|'; // in no number and no kind; a name comes last and may hold it

// The text up to the next `between`, which is taken off.
std::optional<std::string> take(std::string_view& rest) {
    const auto end = rest.find(between);
    if (end == std::string_view::npos)
        return std::nullopt;
    std::string taken(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    return taken;
}

} // namespace

std::string line_of(const record::File& file) {
    return fmt::format("{}{}{}{}{}{}{}{}{}", file.number.hex(), between, file.length, between, file.sha256, between, file.kind, between, file.name);
}

std::optional<record::File> file_in_line(const std::string& line) {
    std::string_view rest = line;
    auto number = take(rest), length = take(rest), sha256 = take(rest), kind = take(rest);
    record::File file;
    auto parsed = number ? FileNumber::parse(*number) : Result<FileNumber>(refuse("none", ""));
    if (!parsed || !kind || rest.empty() || sha256->size() != 64 || !from_hex(*sha256))
        return std::nullopt;
    const auto [end, error] = std::from_chars(length->data(), length->data() + length->size(), file.length);
    if (error != std::errc() || end != length->data() + length->size())
        return std::nullopt;
    file.number = *parsed;
    file.sha256 = *sha256;
    file.kind = *kind;
    file.name = trim(std::string(rest));
    return file;
}

std::string size_in_words(std::uint64_t length) {
    if (length >= 1u << 20)
        return fmt::format("{:.1f} MB", static_cast<double>(length) / (1u << 20));
    return fmt::format("{} KB", (length + 1023) / 1024);
}

std::string in_words(const record::File& file) { return file.kind + ", " + size_in_words(file.length); }

} // namespace lifestory::web::pages
