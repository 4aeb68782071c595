#include "ledger/header.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace lifestory::ledger {

namespace {

Refusal misspelt(std::string_view line) {
    return refuse("header-misspelt", fmt::format("The header's line '{}' is not as the format says.", line));
}

// Takes "name value\n" off the front of `text`.
Result<std::string_view> take(std::string_view& text, std::string_view name) {
    auto end = text.find('\n');
    if (end == text.npos || end <= name.size() || !text.starts_with(name) || text[name.size()] != ' ')
        return misspelt(name);
    auto value = text.substr(name.size() + 1, end - name.size() - 1);
    text.remove_prefix(end + 1);
    return value;
}

// A counting number in its one spelling: digits, without sign or leading zero.
template <class Number>
Result<Number> take_number(std::string_view& text, std::string_view name) {
    auto digits = TRY(take(text, name));
    Number number = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || digits[0] == '-' || (digits.size() > 1 && digits[0] == '0'))
        return misspelt(name);
    return number;
}

Result<Digest> take_digest(std::string_view& text, std::string_view name) {
    auto hex = TRY(take(text, name));
    auto bytes = TRY(from_hex(hex));
    return digest_of(bytes);
}

} // namespace

std::string bound_part(const Header& header) {
    return fmt::format("lifestory-entry 1\nnumber {}\nrecord {}\nkey {}\ntime {}\n", header.number, header.record.hex(),
                       header.key, calendar::utc(header.time));
}

std::string write(const Header& header) {
    return fmt::format("{}body {}\nlength {}\n", bound_part(header), to_hex(view(header.body)), header.length);
}

Result<Header> read_header(std::string_view text) {
    if (text.size() >= longest_header)
        return refuse("header-too-long", "A header has fewer than 400 bytes.");
    Header header;
    auto version = TRY(take(text, "lifestory-entry"));
    if (version != "1")
        return refuse("header-version", "This header is of a version that this program does not know.");
    header.number = TRY(take_number<EntryNumber>(text, "number"));
    auto record = TRY(take(text, "record"));
    header.record = TRY(RecordNumber::parse(record));
    header.key = TRY(take_number<std::uint32_t>(text, "key"));
    auto time = TRY(take(text, "time"));
    header.time = TRY(calendar::parse_utc(time));
    header.body = TRY(take_digest(text, "body"));
    header.length = TRY(take_number<std::uint64_t>(text, "length"));
    if (!text.empty())
        return misspelt("length");
    return header;
}

} // namespace lifestory::ledger
