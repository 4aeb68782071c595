#include "prose/pasted_email.h"

#include <algorithm>
#include <array>
#include <optional>

#include "prose/draft.h"

namespace lifestory::prose {

namespace {

std::string_view text_of(const Document& document, std::size_t line) {
    auto text = document.text.substr(document.lines[line].begin, document.lines[line].end - document.lines[line].begin);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '*'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool begins(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? b | 0x20 : b);
           });
}

bool holds(std::string_view text, std::string_view lower) {
    for (std::size_t at = 0; at + lower.size() <= text.size(); ++at)
        if (begins(text.substr(at), lower))
            return true;
    return false;
}

bool has_address(std::string_view text) {
    auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text[at - 1] != ' ' && text.find('.', at) != std::string_view::npos;
}

enum class Sign { None, Header, Sure, Close, Small }; // Sure: begins a paste by itself; Close: a sign-off; Small: only within one

// Header lines are told from prose by what follows the colon: "From: Suzanne rang" is a worker's own line.
Sign header_sign(std::string_view line) {
    for (std::string_view header : {"from:", "to:", "cc:", "bcc:", "sent:", "date:", "subject:", "attachments:", "importance:", "reply-to:", "received:", "sent on:", "to :", "from :"})
        if (begins(line, header))
            return line.size() > 160 ? Sign::None : Sign::Header;
    return Sign::None;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "[12:58, 03/04/2025] Iris: has come out", as a telephone exports what was sent
bool is_chat_line(std::string_view line) {
    if (line.size() < 12 || line[0] != '[' || !is_digit(line[1]))
        return false;
    auto end = line.find("] ");
    return end != std::string_view::npos && end < 28 && line.find(':', end) != std::string_view::npos && line.find(':', end) < end + 40 && line.substr(0, end).find(':') != std::string_view::npos;
}

// "Mon 06/10/2025 15:37", "Abbie Tranter <abbie@mail.example>": what stands between other header lines
bool is_between_headers(std::string_view line) {
    constexpr std::size_t longest = 80, short_line = 40;
    bool address = has_address(line) && line.size() < longest && line.find('<') != std::string_view::npos && line.ends_with('>');
    bool time = line.size() < short_line && line.find(':') != std::string_view::npos && std::count_if(line.begin(), line.end(), is_digit) >= 6 && !line.ends_with('.');
    return address || time;
}

// Whether the line can be a sign at all, by its first letter.
bool may_be_sign(char first) { return std::string_view("[ftcbsdairohkmwyg>-FTCBSDAIROHKMWYG").find(first) != std::string_view::npos; }

Sign sign_of(std::string_view line, bool with_small_print) {
    if (line.empty() || (!with_small_print && !may_be_sign(line[0])))
        return Sign::None;
    if (is_chat_line(line) || begins(line, "-----original") || begins(line, "----- original") || begins(line, "---------- forwarded") || begins(line, "begin forwarded") ||
        begins(line, "-----forwarded") || begins(line, "----original") || (begins(line, ">") && line.size() > 3) ||
        (begins(line, "on ") && line.ends_with("wrote:")) || ((begins(line, "fwd:") || begins(line, "fw:") || begins(line, "re:")) && line.size() < 120 && !line.ends_with('.')))
        return Sign::Sure;
    if (auto header = header_sign(line); header != Sign::None)
        return header;
    for (std::string_view close : {"kind regards", "best regards", "many thanks", "regards", "best wishes", "warm regards", "yours sincerely", "yours faithfully", "thanks,", "with thanks", "kindest regards", "sent from my"})
        if (begins(line, close) && line.size() < 60)
            return Sign::Close;
    if (!with_small_print)
        return Sign::None;
    for (std::string_view small : {"e-mail is intended", "email is intended", "message is intended", "intended recipient", "intended only for", "intended for the addressee",
                                   "received this email in error", "received this e-mail in error", "sent this in error", "confidential and", "please consider the environment",
                                   "disclaimer:", "originated from outside", "caution: this e", "privileged", "views expressed in this", "get outlook for"})
        if (holds(line, small))
            return Sign::Small;
    return Sign::None;
}

struct Block {
    std::size_t first = 0, last = 0; // lines, end exclusive
};

class Finder {
public:
    explicit Finder(const Document& document) : m_document(document) {
        for (std::size_t line = 0; line < document.lines.size(); ++line) {
            bool small = false;
            for (auto at = document.lines[line].first; at < document.lines[line].last && !small; ++at)
                small = document.tokens[at].is(Class::SmallPrint);
            m_signs.push_back(sign_of(text_of(document, line), small));
        }
    }

    std::vector<Span> spans() {
        std::vector<Span> spans;
        for (std::size_t line = 0; line < m_signs.size();) {
            if (auto block = block_at(line)) {
                spans.push_back({first_byte(block->first), m_document.lines[block->last - 1].end});
                line = m_floor = block->last;
            } else
                ++line;
        }
        return spans;
    }

    // The lines of the message within a paste of these bytes: after the header, before whatever comes under the words.
    std::optional<Span> message_in(const Span& email) const {
        auto [first, last] = lines_within(email);
        while (first < last && (is_blank(first) || is_around(first)))
            ++first;
        auto end = first;
        while (end < last && !is_around(end) && m_signs[end] != Sign::Small)
            ++end;
        if (end < last && m_signs[end] == Sign::Small)
            end = paragraph_of(end, first);
        end = before_sign_off(first, end);
        while (end > first && is_blank(end - 1))
            --end;
        if (end == first)
            return std::nullopt;
        Span message{first_byte(first), std::min<std::size_t>(m_document.lines[end - 1].end, email.end)};
        return message == email ? std::nullopt : std::optional(message);
    }

private:
    bool is_around(std::size_t line) const { return m_signs[line] == Sign::Header || m_signs[line] == Sign::Sure; }

    std::pair<std::size_t, std::size_t> lines_within(const Span& email) const {
        std::size_t first = 0;
        while (first < m_document.lines.size() && m_document.lines[first].begin < email.begin)
            ++first;
        auto last = first;
        while (last < m_document.lines.size() && m_document.lines[last].begin < email.end)
            ++last;
        return {first, last};
    }

    // Where the paragraph begins; the line itself when that would leave no words at all.
    std::size_t paragraph_of(std::size_t line, std::size_t floor) const {
        auto begin = line;
        while (begin > floor && !is_blank(begin - 1))
            --begin;
        return begin == floor ? line : begin;
    }

    // "Kind regards" and the name and job under it. Words that only begin like a sign-off have more words under them.
    std::size_t before_sign_off(std::size_t first, std::size_t end) const {
        auto could_be_under = [&](std::size_t line) {
            auto text = text_of(m_document, line);
            return text.size() < 60 && !text.ends_with('.') && !text.ends_with('?');
        };
        for (auto line = end; line-- > first && end - line <= 10 && could_be_under(line);) {
            if (m_signs[line] != Sign::Close)
                continue;
            while (line > first && m_signs[line - 1] == Sign::Close)
                --line; // "Many thanks" above "Kind regards"
            return line;
        }
        return end;
    }

    bool is_blank(std::size_t line) const { return text_of(m_document, line).empty(); }
    std::size_t first_byte(std::size_t line) const { return m_document.lines[line].begin; }

    std::size_t headers_from(std::size_t line) const { // how many signs stand together here
        std::size_t count = 0;
        for (auto at = line; at < m_signs.size() && at < line + 8; ++at) {
            if (m_signs[at] == Sign::Header || m_signs[at] == Sign::Sure)
                ++count;
            else if (!is_blank(at) && !is_between_headers(text_of(m_document, at)))
                break;
        }
        return count;
    }

    std::optional<Block> block_at(std::size_t line) const {
        auto text = text_of(m_document, line);
        if (m_signs[line] == Sign::Header && (headers_from(line) >= 2 || (begins(text, "from:") && has_address(text))))
            return grown(line);
        if (m_signs[line] == Sign::Sure)
            if (begins(text, ">") || headers_from(line) >= 2 || is_chat_line(text) || text.ends_with("wrote:") || text.starts_with("---"))
                return grown(line);
        if (m_signs[line] == Sign::Small || begins(text, "sent from my"))
            return grown_back(line);
        if (auto end = letter_from(line))
            return Block{line, *end};
        return std::nullopt;
    }

    // "Hi Sam," ... "Kind regards": a message without its header.
    std::optional<std::size_t> letter_from(std::size_t line) const {
        auto text = text_of(m_document, line);
        bool greets = text.size() < 40 && (begins(text, "hi ") || begins(text, "dear ") || begins(text, "hello ") || begins(text, "good morning") || begins(text, "hi,") || begins(text, "good afternoon")) &&
                      (text.ends_with(',') || text.find('.') == std::string_view::npos);
        if (!greets || speaks_to_child(line))
            return std::nullopt;
        for (auto at = line + 1; at < m_signs.size() && at < line + 30; ++at)
            if (m_signs[at] == Sign::Close)
                return tail_from(at);
        return std::nullopt;
    }

    bool speaks_to_child(std::size_t line) const { // a letter to the child is signed too
        std::size_t you = 0;
        for (auto at = m_document.lines[line].first; at < m_document.tokens.size() && at < m_document.lines[line].first + 60; ++at)
            you += m_document.tokens[at].is(Class::You);
        return you >= 3;
    }

    // From its header to its sign-off, disclaimer, or the end of its paragraph.
    Block grown(std::size_t line) const {
        auto end = line;
        while (end < m_signs.size() && (m_signs[end] == Sign::Header || m_signs[end] == Sign::Sure || is_blank(end) || is_between_headers(text_of(m_document, end))))
            ++end;
        std::size_t body = end;
        while (end < m_signs.size() && !is_blank(end) && m_signs[end] != Sign::Close)
            ++end; // the first paragraph
        std::optional<std::size_t> close;
        for (auto at = body; at < m_signs.size() && at < body + 40; ++at) {
            if (m_signs[at] == Sign::Close || m_signs[at] == Sign::Small || m_signs[at] == Sign::Sure)
                close = at;
            else if (close && !is_blank(at) && at > *close + 6)
                break;
        }
        if (close)
            return {line, std::max(end, tail_from(*close))};
        while (end > line + 1 && is_blank(end - 1))
            --end;
        return {line, end};
    }

    Block grown_back(std::size_t line) const { // a disclaimer whose header is cut off: its own paragraph
        auto first = line;
        while (first > m_floor && !is_blank(first - 1))
            --first;
        return {first, tail_from(line)};
    }

    // The name, job and telephone under a sign-off, and what small print follows.
    std::size_t tail_from(std::size_t close) const {
        auto end = close + 1;
        while (end < m_signs.size() && end < close + 7 && !is_blank(end) && text_of(m_document, end).size() < 60 && m_signs[end] != Sign::Header && !text_of(m_document, end).ends_with('.'))
            ++end;
        auto next = end;
        while (next < m_signs.size() && is_blank(next))
            ++next;
        if (next < m_signs.size() && (m_signs[next] == Sign::Small || begins(text_of(m_document, next), "sent from my")))
            return tail_from(next);
        return end;
    }

    const Document& m_document;
    std::vector<Sign> m_signs;
    std::size_t m_floor = 0; // where the last block ended
};

} // namespace

std::vector<Span> pasted_emails(const Document& document) {
    return Finder(document).spans();
}

std::optional<Span> message_in(std::string_view text, const Span& email, const Reader& reader) {
    auto document = read(text, reader.vocabulary());
    return Finder(document).message_in(email);
}

std::vector<Finding> find_pasted_emails(const Draft& draft) {
    std::vector<Finding> findings;
    for (const auto& span : draft.emails)
        findings.push_back({span.begin, span.end, Category::PastedEmail,
                            "This looks like a pasted e-mail or message. Say who sent it, when, and what it told us.", ""});
    return findings;
}

} // namespace lifestory::prose
