// Answers that are read as they go out, whole or the part that a Range asks for (RFC 9110, 14): a film can be looked at from its middle.
#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "web/http/characters.h"
#include "web/http/request.h"
#include "web/http/response.h"

namespace lifestory::web::http {

namespace {

struct Asked {
    enum class What { Whole, Part, NothingThere } what = What::Whole;
    std::uint64_t first = 0, last = 0;
};

std::optional<std::uint64_t> number_in(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return !digits.empty() && error == std::errc() && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

// What is malformed, or a list, is passed over: the whole is always a right answer. Whoever says If-Range holds a part of something
// that we never named.
Asked asked_of(const Request& request, std::uint64_t length) {
    constexpr std::string_view unit = "bytes=";
    const auto range = request.header("range");
    const auto dash = range.find('-');
    if (!range.starts_with(unit) || dash == std::string_view::npos || !request.header("if-range").empty())
        return {};
    const auto from = without_spaces(range.substr(unit.size(), dash - unit.size())), to = without_spaces(range.substr(dash + 1));
    const auto first = number_in(from), last = number_in(to);
    if ((!from.empty() && !first) || (!to.empty() && !last) || (!first && !last) || (first && last && *last < *first))
        return {};
    if (!first) // the last so many
        return *last == 0 || length == 0 ? Asked{Asked::What::NothingThere} : Asked{Asked::What::Part, length - std::min(length, *last), length - 1};
    return *first >= length ? Asked{Asked::What::NothingThere} : Asked{Asked::What::Part, *first, std::min(last.value_or(length - 1), length - 1)};
}

} // namespace

Response long_answer(const Request& request, LongBytes bytes, std::string content_type) {
    Response response;
    response.content_type = std::move(content_type);
    response.headers.add("Accept-Ranges", "bytes");
    const auto asked = asked_of(request, bytes.length);
    if (asked.what == Asked::What::NothingThere) {
        response.status = 416;
        response.content_type.clear();
        response.headers.add("Content-Range", fmt::format("bytes */{}", bytes.length));
        return response;
    }
    if (asked.what == Asked::What::Part) {
        response.status = 206;
        response.headers.add("Content-Range", fmt::format("bytes {}-{}/{}", asked.first, asked.last, bytes.length));
        bytes = part_of(std::move(bytes), asked.first, asked.last - asked.first + 1);
    }
    response.long_body = std::make_shared<const LongBytes>(std::move(bytes));
    return response;
}

} // namespace lifestory::web::http
