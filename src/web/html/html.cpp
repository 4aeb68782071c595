// Escaping and addresses: the run-time half of html.h.
#include "web/html/html.h"

namespace lifestory::web {

namespace {

constexpr std::string_view special = "&<>\"'";

std::string_view escaped(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return "&#39;";
    }
}

bool is_safe(std::string_view text) {
    for (char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == '\\' || c == 0x7f)
            return false;
    if (text.starts_with("/"))
        return !text.starts_with("//");
    return text.starts_with("#") || text.starts_with("?") || text.starts_with("https://") ||
           text.starts_with("mailto:") || text.starts_with("tel:");
}

bool is_unreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string_view next_line(std::string_view& rest, std::string_view end) {
    auto at = rest.find(end);
    auto line = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + end.size());
    return line;
}

} // namespace

namespace markup {

void append(std::string& out, std::string_view words) {
    std::size_t from = 0;
    for (auto at = words.find_first_of(special); at != std::string_view::npos;
         at = words.find_first_of(special, from)) {
        out.append(words, from, at - from);
        out += escaped(words[at]);
        from = at + 1;
    }
    out.append(words, from);
}

} // namespace markup

std::string percent_encoded(std::string_view part) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (char c : part) {
        if (is_unreserved(c)) {
            out += c;
            continue;
        }
        auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Url path_of(std::string_view pattern, std::initializer_list<std::string_view> parts) {
    std::string out;
    for (auto part : parts) {
        auto hole = pattern.find("{}");
        out += pattern.substr(0, hole);
        out += percent_encoded(part);
        pattern.remove_prefix(hole + 2);
    }
    out += pattern;
    return Url(std::move(out));
}

Url url(std::string_view text) { return Url(is_safe(text) ? std::string(text) : "#"); }

Attributes unchecked_attribute(std::string_view name, std::string_view value) {
    Attributes one;
    one.m_markup += ' ';
    one.m_markup += name;
    one.m_markup += "=\"";
    markup::append(one.m_markup, value);
    one.m_markup += '"';
    return one;
}

Attributes& Attributes::add(AttributeName name, std::string_view value) {
    return add(unchecked_attribute(name.text(), value));
}

Attributes& Attributes::add(AttributeName name) {
    m_markup += ' ';
    m_markup += name.text();
    return *this;
}

Phrase::Phrase(std::string_view words) : m_html(web::html("{}", words)) {}

Html lines(std::string_view words) {
    Html out;
    for (bool is_first = true; !words.empty() || is_first; is_first = false) {
        auto line = next_line(words, "\n");
        out += is_first ? html("{}", line) : html("<br>{}", line);
    }
    return out;
}

Html paragraphs(std::string_view words) {
    Html out;
    while (!words.empty()) {
        auto paragraph = next_line(words, "\n\n");
        while (paragraph.starts_with('\n'))
            paragraph.remove_prefix(1);
        while (paragraph.ends_with('\n'))
            paragraph.remove_suffix(1);
        if (!paragraph.empty())
            out += html("<p class=\"govuk-body\">{}</p>", lines(paragraph));
    }
    return out;
}

} // namespace lifestory::web
