#include "web/http/negotiation.h"

#include <algorithm>

#include "web/http/characters.h"

namespace lifestory::web::http {

namespace {

// The next part up to `at`, outside quotes; takes it off the front of `rest`.
std::string_view next_part(std::string_view& rest, char at) {
    bool quoted = false;
    std::size_t i = 0;
    for (; i < rest.size() && (quoted || rest[i] != at); ++i) {
        if (quoted && rest[i] == '\\')
            ++i;
        else if (rest[i] == '"')
            quoted = !quoted;
    }
    i = std::min(i, rest.size());
    auto part = without_spaces(rest.substr(0, i));
    rest.remove_prefix(std::min(i + 1, rest.size()));
    return part;
}

std::optional<std::string> read_parameter_value(std::string_view text) {
    if (text.empty() || text.front() != '"') {
        bool is_token = !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
        return is_token ? std::optional(std::string(text)) : std::nullopt;
    }
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"')
            return i + 1 == text.size() ? std::optional(value) : std::nullopt;
        if (text[i] == '\\' && ++i == text.size())
            return std::nullopt;
        value += text[i];
    }
    return std::nullopt;
}

bool is_media_type(std::string_view type) {
    auto slash = type.find('/');
    if (slash == 0 || slash == std::string_view::npos || slash + 1 == type.size())
        return false;
    return std::all_of(type.begin(), type.end(), [](char c) { return c == '/' || is_token_character(c); }) &&
           std::count(type.begin(), type.end(), '/') == 1;
}

// RFC 9110, 12.4.2: in thousandths; what is malformed counts as nought.
int quality(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') || (text.size() > 1 && text[1] != '.'))
        return 0;
    int thousandths = (text[0] - '0') * 1000, unit = 100;
    for (char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (!is_digit(c))
            return 0;
        thousandths += (c - '0') * unit;
        unit /= 10;
    }
    return std::min(thousandths, 1000);
}

int quality(const Fields& parameters) { return parameters.has("q") ? quality(parameters.get("q")) : 1000; }

// How exactly a range names a type: 3 itself, 2 "text/*", 1 "*/*", 0 not.
int exactness(std::string_view range, std::string_view type) {
    if (range == type)
        return 3;
    if (range == "*/*")
        return 1;
    bool is_family = range.size() > 2 && range.substr(range.size() - 2) == "/*";
    return is_family && type.substr(0, range.size() - 1) == range.substr(0, range.size() - 1) ? 2 : 0;
}

int liking(std::string_view accept, std::string_view type) {
    int liked = 0, most_exact = 0;
    while (!accept.empty()) {
        auto range = read_media_type(next_part(accept, ','));
        int exact = range ? exactness(range->type, type) : 0;
        if (exact > most_exact) {
            most_exact = exact;
            liked = quality(range->parameters);
        }
    }
    return liked;
}

} // namespace

Fields read_cookies(std::string_view header) {
    Fields cookies;
    while (!header.empty()) {
        auto semicolon = std::min(header.find(';'), header.size());
        auto pair = without_spaces(header.substr(0, semicolon));
        header.remove_prefix(std::min(semicolon + 1, header.size()));
        auto equals = pair.find('=');
        if (equals == 0 || equals == std::string_view::npos)
            continue;
        auto name = pair.substr(0, equals);
        if (std::all_of(name.begin(), name.end(), is_token_character))
            cookies.add(std::string(name), std::string(pair.substr(equals + 1)));
    }
    return cookies;
}

std::optional<MediaType> read_media_type(std::string_view header) {
    MediaType media{to_lower(next_part(header, ';')), {}};
    if (!is_media_type(media.type))
        return std::nullopt;
    while (!header.empty()) {
        auto parameter = next_part(header, ';');
        auto equals = parameter.find('=');
        if (equals == 0 || equals == std::string_view::npos)
            return std::nullopt;
        auto value = read_parameter_value(parameter.substr(equals + 1));
        if (!value)
            return std::nullopt;
        media.parameters.add(to_lower(parameter.substr(0, equals)), std::move(*value));
    }
    return media;
}

std::optional<std::size_t> best_accepted(std::string_view accept, const std::vector<std::string_view>& offered) {
    std::optional<std::size_t> best;
    int most = 0;
    for (std::size_t i = 0; i < offered.size(); ++i) {
        int liked = without_spaces(accept).empty() ? 1000 : liking(accept, offered[i]);
        if (liked > most) {
            most = liked;
            best = i;
        }
    }
    return best;
}

bool takes_encoding(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        auto item = next_part(accept_encoding, ',');
        auto name = to_lower(next_part(item, ';'));
        if (name == coding)
            return item.empty() || (item.substr(0, 2) == "q=" && quality(item.substr(2)) > 0);
    }
    return false;
}

bool matches_tag(std::string_view if_none_match, std::string_view tag) {
    while (!if_none_match.empty()) {
        auto item = next_part(if_none_match, ',');
        if (item.substr(0, 2) == "W/")
            item.remove_prefix(2);
        if (item == "*" || item == tag)
            return true;
    }
    return false;
}

bool is_token_list(std::string_view comma_list) {
    while (!comma_list.empty()) {
        auto item = next_part(comma_list, ',');
        if (!std::all_of(item.begin(), item.end(), is_token_character))
            return false;
    }
    return true;
}

bool list_holds(std::string_view comma_list, std::string_view lower_case_word) {
    while (!comma_list.empty())
        if (to_lower(next_part(comma_list, ',')) == lower_case_word)
            return true;
    return false;
}

} // namespace lifestory::web::http
