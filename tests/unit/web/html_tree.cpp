#include "unit/web/html_tree.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace lifestory::web {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string decoded(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities{{{"&amp;", "&"},
                                                                                     {"&lt;", "<"},
                                                                                     {"&gt;", ">"},
                                                                                     {"&quot;", "\""},
                                                                                     {"&#39;", "'"},
                                                                                     {"&ctdot;", "\u22ef"},
                                                                                     {"&nbsp;", "\u00a0"}}};
    std::string out;
    while (!text.empty()) {
        auto known = std::find_if(entities.begin(), entities.end(),
                                  [&](const auto& entity) { return text.starts_with(entity.first); });
        if (known != entities.end()) {
            out += known->second;
            text.remove_prefix(known->first.size());
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string collapsed(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

class Tag {
public:
    explicit Tag(std::string_view inside) : m_rest(inside) {}

    std::string read() {
        std::string out = "<" + std::string(word(" \n\t\r"));
        std::map<std::string, std::string> attributes;
        for (skip(); !m_rest.empty(); skip()) {
            std::string name(word(" \n\t\r="));
            attributes[name] = value();
        }
        for (const auto& [name, text] : attributes)
            out += " " + name + "=" + text;
        return out + ">";
    }

private:
    void skip() {
        while (!m_rest.empty() && (is_space(m_rest.front()) || m_rest.front() == '/'))
            m_rest.remove_prefix(1);
    }
    std::string_view word(std::string_view ends) {
        auto taken = m_rest.substr(0, m_rest.find_first_of(ends, 1));
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    std::string value() {
        if (!m_rest.starts_with("=\""))
            return "";
        m_rest.remove_prefix(2);
        auto text = m_rest.substr(0, m_rest.find('"'));
        m_rest.remove_prefix(std::min(m_rest.size(), text.size() + 1));
        return collapsed(decoded(text));
    }
    std::string_view m_rest;
};

// Where a tag ends: at the first > that stands in no quotation marks.
std::size_t end_of_tag(std::string_view markup, std::size_t from) {
    bool is_quoted = false;
    for (; from < markup.size(); ++from) {
        if (markup[from] == '"')
            is_quoted = !is_quoted;
        else if (markup[from] == '>' && !is_quoted)
            break;
    }
    return from;
}

} // namespace

std::vector<std::string> tokens_of(std::string_view markup) {
    std::vector<std::string> tokens;
    std::size_t at = 0;
    while (at < markup.size()) {
        if (markup[at] == '<') {
            auto end = end_of_tag(markup, at);
            auto inside = markup.substr(at + 1, end - at - 1);
            bool closes_itself = inside.ends_with('/');
            tokens.push_back(Tag(inside).read());
            if (closes_itself)
                tokens.push_back("</" + std::string(inside.substr(0, inside.find_first_of(" \n"))) + ">");
            at = end + 1;
            continue;
        }
        auto end = std::min(markup.find('<', at), markup.size());
        if (auto words = collapsed(decoded(markup.substr(at, end - at))); !words.empty())
            tokens.push_back(words);
        at = end;
    }
    return tokens;
}

std::string printed(const std::vector<std::string>& tokens) {
    std::string out;
    for (const auto& token : tokens)
        out += token + "\n";
    return out;
}

} // namespace lifestory::web
