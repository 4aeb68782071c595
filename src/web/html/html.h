// Markup that cannot be forged: an Html comes only from a literal checked when compiled, html("<p>{}</p>", name), in
// which every part is escaped by what it is. Addresses are Url, further attributes Attributes; words become markup
// only by being escaped. What the pages look like is left to components.h and to the pages.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "web/html/literal.h"

namespace lifestory::web {

class Html {
public:
    Html() = default;
    const std::string& markup() const { return m_markup; }
    bool empty() const { return m_markup.empty(); }
    Html& operator+=(const Html& more) { m_markup += more.m_markup; return *this; }
    friend Html operator+(Html left, const Html& right) { left += right; return left; }
    bool operator==(const Html&) const = default;

    friend Html unchecked_html(std::string markup);

private:
    explicit Html(std::string markup) : m_markup(std::move(markup)) {}
    std::string m_markup;
};

// Markup we did not write as a literal: only for what another checked writer of ours made (a drawing), never for
// anything that was typed.
inline Html unchecked_html(std::string markup) { return Html(std::move(markup)); }

// An address for href, action and their like. `url` lets pass what begins with /, # or ?, https:, mailto: and tel:;
// anything else (javascript:, data:, another host without a scheme) becomes "#".
class Url {
public:
    Url() = default;
    const std::string& text() const { return m_text; }
    bool operator==(const Url&) const = default;
    friend Url url(std::string_view text);
    friend Url path_of(std::string_view pattern, std::initializer_list<std::string_view> parts);

private:
    explicit Url(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

Url url(std::string_view text);
std::string percent_encoded(std::string_view part); // RFC 3986 section 2.1: all but unreserved characters

// The pattern of a path, checked when compiled: begins with one slash and has a hole for each part.
template <class... Parts>
class PathPattern {
public:
    consteval PathPattern(const char* text) : m_text(text) {
        std::size_t holes = 0;
        for (auto at = m_text.find("{}"); at != std::string_view::npos; at = m_text.find("{}", at + 2))
            ++holes;
        if (holes != sizeof...(Parts) || m_text.substr(0, 1) != "/" || m_text.substr(0, 2) == "//")
            throw "a path begins with one slash and has as many holes as parts";
    }
    std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

Url path_of(std::string_view pattern, std::initializer_list<std::string_view> parts);

// path("/children/{}/entries/{}", child, entry), path("/searches?kind={}", kind): each part percent-encoded.
template <class... Parts>
Url path(PathPattern<std::type_identity_t<Parts>...> pattern, const Parts&... parts) {
    return path_of(pattern.text(), {std::string_view(parts)...});
}

// The name of an attribute, checked when compiled: small letters, and none that runs, restyles or takes an address.
class AttributeName {
public:
    consteval AttributeName(const char* name) : m_name(name) {
        for (char c : m_name)
            if (!literal::is_name(c))
                throw "an attribute's name holds letters, digits and hyphens";
        if (m_name.empty() || literal::is_script(m_name) || literal::is_one_of(m_name, literal::address_attributes))
            throw "this attribute may not be added: it runs script, restyles, or takes an address";
    }
    std::string_view text() const { return m_name; }

private:
    std::string_view m_name;
};

// Further attributes of a tag: html("<p{}>{}</p>", Attributes().add("data-due", "yes"), words).
class Attributes {
public:
    Attributes() = default;
    Attributes& add(AttributeName name, std::string_view value);
    Attributes& add(AttributeName name); // one that is there or not: hidden, disabled
    template <class Value>
    Attributes& add_if(bool wanted, AttributeName name, const Value& value) { return wanted ? add(name, value) : *this; }
    Attributes& add_if(bool wanted, AttributeName name) { return wanted ? add(name) : *this; }
    Attributes& add_filled(AttributeName name, std::string_view value) { return value.empty() ? *this : add(name, value); }
    Attributes& add(const Attributes& more) { m_markup += more.m_markup; return *this; }
    const std::string& markup() const { return m_markup; } // begins with a space, or is empty
    bool empty() const { return m_markup.empty(); }

    friend Attributes unchecked_attribute(std::string_view name, std::string_view value);

private:
    std::string m_markup;
};

// An attribute whose name is not a literal; the value is escaped, the name is not looked at.
Attributes unchecked_attribute(std::string_view name, std::string_view value);

// Words, escaped, or markup as it is: what most components take, so that both can be given.
class Phrase {
public:
    Phrase() = default;
    Phrase(const char* words) : Phrase(std::string_view(words)) {}
    Phrase(const std::string& words) : Phrase(std::string_view(words)) {}
    Phrase(std::string_view words);
    Phrase(Html html) : m_html(std::move(html)) {}
    const Html& html() const { return m_html; }
    bool empty() const { return m_html.empty(); }

private:
    Html m_html;
};

namespace markup {

void append(std::string& out, std::string_view words); // escaped for text and for quoted attributes alike
inline void append(std::string& out, const Html& html) { out += html.markup(); }
inline void append(std::string& out, const Phrase& phrase) { out += phrase.html().markup(); }
inline void append(std::string& out, const Attributes& attributes) { out += attributes.markup(); }
inline void append(std::string& out, const Url& address) { append(out, std::string_view(address.text())); }
inline void append(std::string& out, const std::vector<Html>& several) {
    for (const auto& one : several)
        out += one.markup();
}
template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
void append(std::string& out, Number number) { out += std::to_string(number); }

template <class Part>
consteval Hole hole_of() {
    if constexpr (std::same_as<Part, Html> || std::same_as<Part, Phrase> || std::same_as<Part, std::vector<Html>>)
        return Hole::Markup;
    else if constexpr (std::same_as<Part, Url>)
        return Hole::Address;
    else if constexpr (std::same_as<Part, Attributes>)
        return Hole::Attributes;
    else {
        static_assert(std::convertible_to<const Part&, std::string_view> ||
                          (std::integral<Part> && !std::same_as<Part, bool> && !std::same_as<Part, char>),
                      "a part is words, a whole number, Html, Phrase, Url or Attributes");
        return Hole::Words;
    }
}

template <class Part>
void put(std::string& out, std::string_view& rest, const Part& part) {
    auto hole = rest.find("{}");
    out += rest.substr(0, hole);
    rest.remove_prefix(hole + 2);
    if constexpr (std::convertible_to<const Part&, std::string_view>)
        append(out, std::string_view(part));
    else
        append(out, part);
}

} // namespace markup

template <class... Parts>
class Literal {
public:
    template <std::size_t Size>
    consteval Literal(const char (&text)[Size]) : m_text(text, Size - 1) {
        constexpr std::array<Hole, sizeof...(Parts)> holes{markup::hole_of<Parts>()...};
        Mistake mistake = mistake_in(m_text, holes);
        if (mistake != Mistake::None)
            throw mistake; // the compiler stops here: see the enum Mistake in web/html/literal.h
    }
    std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

template <class... Parts>
Html html(Literal<std::type_identity_t<Parts>...> literal, const Parts&... parts) {
    std::string out;
    std::string_view rest = literal.text();
    out.reserve(rest.size() + sizeof...(Parts) * 32);
    (markup::put(out, rest, parts), ...);
    out += rest;
    return unchecked_html(std::move(out));
}

// Words as markup: line breaks kept as <br>, nothing else.
Html lines(std::string_view words);
// Paragraphs parted by empty lines, each <p class="govuk-body">.
Html paragraphs(std::string_view words);

} // namespace lifestory::web
