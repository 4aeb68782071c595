// Reads a literal of markup while it is compiled: every tag closed, every attribute quoted, no script and no style in
// it, and each hole {} of a kind that may stand where it stands. What fails here never becomes a program.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace lifestory::web {

// What may be put into a hole: words (escaped), markup (as it is), an address (whole value of href and its like), or
// further attributes of a tag.
enum class Hole { Words, Markup, Address, Attributes };

enum class Mistake {
    None,
    BraceWithoutHole,     // { that is not {}
    HolesAndPartsDiffer,  // another number of {} than of parts
    UnquotedAttribute,    // <p class=a>, <p class={}>, <p class='a'>
    HoleInTagName,        // <{}> or <p{}x>
    WordsAmongAttributes, // <p {}> with words: only Attributes may stand there
    AttributesElsewhere,  // Attributes outside of a tag
    MarkupInAttribute,    // <p title="{}"> with Html
    AddressWanted,        // <a href="{}"> with words: wants a Url
    AddressNotWhole,      // <a href="/x/{}">: use path("/x/{}", part)
    AddressElsewhere,     // a Url where words belong
    UnsafeAddress,        // <a href="javascript:...">
    ScriptInAttribute,    // onclick, style, srcdoc
    TextInScript,         // <script>...</script>, <style>...</style> with anything in it
    MarkupInPlainText,    // Html in <title> or <textarea>
    Comment,
    WrongClosingTag,
    NotClosed,
    BadTag
};

namespace literal {

constexpr std::array void_tags{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
                               "track", "wbr"};
constexpr std::array address_attributes{"href",  "src",  "action",     "formaction", "poster",     "cite", "data",
                                        "ping",  "srcset", "manifest", "background", "xlink:href", "longdesc"};

template <class List>
constexpr bool is_one_of(std::string_view name, const List& list) {
    for (std::string_view known : list)
        if (name == known)
            return true;
    return false;
}

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
constexpr bool is_small(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }
constexpr bool is_name(char c) { return is_small(c) || (c >= 'A' && c <= 'Z') || c == ':' || c == '_' || c == '.'; }

// Attributes that can run or restyle: none of them stands in our pages, whose policy would not run them either.
constexpr bool is_script(std::string_view name) {
    return name.substr(0, 2) == "on" || name == "style" || name == "srcdoc" || name == "http-equiv";
}

class Reader {
public:
    constexpr Reader(std::string_view text, const Hole* holes, std::size_t count)
        : m_text(text), m_holes(holes), m_count(count) {}

    constexpr Mistake read() {
        while (m_mistake == Mistake::None && m_at < m_text.size())
            read_text();
        if (m_mistake == Mistake::None && m_depth != 0)
            m_mistake = Mistake::NotClosed;
        if (m_mistake == Mistake::None && m_used != m_count)
            m_mistake = Mistake::HolesAndPartsDiffer;
        return m_mistake;
    }

private:
    constexpr bool starts(std::string_view with) const { return m_text.substr(m_at, with.size()) == with; }
    constexpr char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    constexpr void fail(Mistake mistake) {
        m_mistake = m_mistake == Mistake::None ? mistake : m_mistake;
        m_at = m_text.size();
    }
    constexpr std::string_view inside() const { return m_depth == 0 ? std::string_view{} : m_open[m_depth - 1]; }

    constexpr bool take_hole(Hole& kind) {
        if (!starts("{}")) {
            fail(Mistake::BraceWithoutHole);
            return false;
        }
        if (m_used == m_count) {
            fail(Mistake::HolesAndPartsDiffer);
            return false;
        }
        kind = m_holes[m_used++];
        m_at += 2;
        return true;
    }

    constexpr void read_text() {
        bool in_script = inside() == "script" || inside() == "style";
        if (here() == '<')
            return read_tag();
        if (in_script)
            return fail(Mistake::TextInScript);
        if (here() == '{')
            return read_hole_in_text();
        if (here() == '}')
            return fail(Mistake::BraceWithoutHole);
        ++m_at;
    }

    constexpr void read_hole_in_text() {
        Hole kind{};
        if (!take_hole(kind))
            return;
        if (kind == Hole::Attributes)
            return fail(Mistake::AttributesElsewhere);
        if (kind == Hole::Address)
            return fail(Mistake::AddressElsewhere);
        if (kind == Hole::Markup && (inside() == "title" || inside() == "textarea"))
            return fail(Mistake::MarkupInPlainText);
    }

    constexpr void read_tag() {
        if (starts("<!doctype html>")) {
            m_at += 15;
            return;
        }
        if (starts("<!"))
            return fail(Mistake::Comment);
        ++m_at;
        bool closes = here() == '/';
        m_at += closes ? 1 : 0;
        if (here() == '{')
            return fail(Mistake::HoleInTagName);
        std::size_t begin = m_at;
        while (is_small(here()))
            ++m_at;
        auto name = m_text.substr(begin, m_at - begin);
        if (name.empty())
            return fail(Mistake::BadTag);
        closes ? close(name) : open(name);
    }

    constexpr void close(std::string_view name) {
        if (here() != '>')
            return fail(Mistake::BadTag);
        if (inside() != name)
            return fail(Mistake::WrongClosingTag);
        --m_depth;
        ++m_at;
    }

    constexpr void open(std::string_view name) {
        while (m_at < m_text.size() && here() != '>')
            read_attribute();
        if (here() != '>')
            return fail(Mistake::NotClosed);
        ++m_at;
        if (is_one_of(name, void_tags))
            return;
        if (m_depth == m_open.size())
            return fail(Mistake::NotClosed);
        m_open[m_depth++] = name;
    }

    constexpr void read_attribute() {
        if (here() == '{')
            return read_hole_among_attributes();
        if (!is_space(here()))
            return fail(Mistake::BadTag);
        while (is_space(here()))
            ++m_at;
        if (here() == '>')
            return;
        if (here() == '{')
            return read_hole_among_attributes();
        std::size_t begin = m_at;
        while (is_name(here()))
            ++m_at;
        auto name = m_text.substr(begin, m_at - begin);
        if (name.empty())
            return fail(here() == '{' ? Mistake::WordsAmongAttributes : Mistake::BadTag);
        if (is_script(name))
            return fail(Mistake::ScriptInAttribute);
        if (here() != '=')
            return;
        ++m_at;
        if (here() != '"')
            return fail(Mistake::UnquotedAttribute);
        ++m_at;
        read_value(is_one_of(name, address_attributes));
    }

    constexpr void read_hole_among_attributes() {
        Hole kind{};
        if (!take_hole(kind))
            return;
        if (kind != Hole::Attributes)
            return fail(Mistake::WordsAmongAttributes);
        if (is_name(here()) || here() == '"')
            return fail(Mistake::HoleInTagName);
    }

    constexpr void read_value(bool is_address) {
        std::size_t begin = m_at;
        bool held_hole = false;
        while (m_at < m_text.size() && here() != '"') {
            if (here() != '{') {
                ++m_at;
                continue;
            }
            bool is_first = m_at == begin;
            Hole kind{};
            if (!take_hole(kind))
                return;
            held_hole = true;
            check_hole_in_value(kind, is_address, is_first && here() == '"');
        }
        if (here() != '"')
            return fail(Mistake::NotClosed);
        auto value = m_text.substr(begin, m_at - begin);
        if (is_address && !held_hole && value.find(':') != std::string_view::npos && value.substr(0, 8) != "https://")
            return fail(Mistake::UnsafeAddress);
        ++m_at;
    }

    constexpr void check_hole_in_value(Hole kind, bool is_address, bool is_whole) {
        if (kind == Hole::Attributes)
            return fail(Mistake::AttributesElsewhere);
        if (kind == Hole::Markup)
            return fail(Mistake::MarkupInAttribute);
        if (is_address && !is_whole)
            return fail(Mistake::AddressNotWhole);
        if (is_address && kind != Hole::Address)
            return fail(Mistake::AddressWanted);
        if (!is_address && kind == Hole::Address)
            return fail(Mistake::AddressElsewhere);
    }

    std::string_view m_text;
    const Hole* m_holes;
    std::size_t m_count;
    std::size_t m_at = 0;
    std::size_t m_used = 0;
    std::array<std::string_view, 32> m_open{};
    std::size_t m_depth = 0;
    Mistake m_mistake = Mistake::None;
};

} // namespace literal

// The first mistake in a literal of markup with these kinds of parts for its holes.
template <std::size_t Count>
constexpr Mistake mistake_in(std::string_view markup, const std::array<Hole, Count>& holes) {
    return literal::Reader(markup, holes.data(), Count).read();
}

} // namespace lifestory::web
