#include "prose/quotations.h"

#include <array>
#include <optional>

namespace lifestory::prose {

namespace {

constexpr std::size_t longest_single = 400; // a lone apostrophe must not open half a record

constexpr auto is_mark = [] { // what can begin or end speech, or a paragraph
    std::array<bool, 256> marks{};
    for (unsigned char c : {'\n', '"', '\'', '\xe2'})
        marks[c] = true;
    return marks;
}();

bool is_letter(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return false;
    unsigned char c = static_cast<unsigned char>(text[at]);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

bool is_open(std::string_view text, std::size_t at) {
    return at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '(' || text[at - 1] == '-' || text[at - 1] == ':';
}

struct Openings {
    std::optional<std::size_t> straight, curly, single, curly_single;
};

class Finder {
public:
    explicit Finder(std::string_view text) : m_text(text) {}

    std::vector<Span> spans() {
        for (std::size_t at = 0; at < m_text.size(); ++at)
            if (is_mark[static_cast<unsigned char>(m_text[at])])
                look(at);
        return std::move(m_spans);
    }

private:
    void close(std::optional<std::size_t>& opening, std::size_t end) {
        if (opening && (m_spans.empty() || *opening >= m_spans.back().end))
            m_spans.push_back({*opening, end});
        opening.reset();
    }

    void look(std::size_t at) {
        switch (m_text[at]) {
        case '\n':
            if (at + 1 < m_text.size() && (m_text[at + 1] == '\n' || m_text[at + 1] == '\r'))
                m_open = {};
            m_open.single.reset();
            m_open.curly_single.reset();
            return;
        case '"':
            if (m_open.straight)
                close(m_open.straight, at + 1);
            else
                m_open.straight = at;
            return;
        case '\'': look_single(at); return;
        case '\xe2': look_curly(at); return;
        default: return;
        }
    }

    void look_single(std::size_t at) {
        if (m_open.straight || m_open.curly)
            return;
        if (m_open.single && !is_letter(m_text, at + 1) && at > 0 && m_text[at - 1] != ' ') {
            if (at - *m_open.single <= longest_single)
                close(m_open.single, at + 1);
            m_open.single.reset();
        } else if (is_open(m_text, at) && is_letter(m_text, at + 1))
            m_open.single = at;
    }

    void look_curly(std::size_t at) {
        auto mark = m_text.substr(at, 3);
        if (mark == "\u201c")
            m_open.curly = at;
        else if (mark == "\u201d")
            close(m_open.curly, at + 3);
        else if (mark == "\u2018")
            m_open.curly_single = at;
        else if (mark == "\u2019" && m_open.curly_single && !is_letter(m_text, at + 3)) {
            if (at - *m_open.curly_single <= longest_single)
                close(m_open.curly_single, at + 3);
            m_open.curly_single.reset();
        }
    }

    std::string_view m_text;
    std::vector<Span> m_spans;
    Openings m_open;
};

} // namespace

void mark_quotations(Document& document) {
    document.quotations = Finder(document.text).spans();
    std::size_t token = 0;
    for (const auto& span : document.quotations) {
        while (token < document.tokens.size() && document.tokens[token].begin < span.begin)
            ++token;
        for (; token < document.tokens.size() && document.tokens[token].begin < span.end; ++token)
            document.tokens[token].marks |= Quoted;
    }
}

} // namespace lifestory::prose
