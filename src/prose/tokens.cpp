#include "prose/token.h"

#include <array>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "prose/quotations.h"
#include "prose/vocabulary.h"

namespace lifestory::prose {

namespace {

enum Byte : std::uint8_t { Other, Lower, Upper, Digit, Space, Newline, Stop, Beyond };

constexpr std::array<std::uint8_t, 256> kinds() {
    std::array<std::uint8_t, 256> table{};
    for (unsigned i = 0; i < 256; ++i)
        table[i] = i >= 'a' && i <= 'z' ? Lower : i >= 'A' && i <= 'Z' ? Upper : i >= '0' && i <= '9' ? Digit
                   : i == ' ' || i == '\t' || i == '\r' ? Space : i == '\n' ? Newline
                   : i == '.' || i == '!' || i == '?' ? Stop : i >= 0x80 ? Beyond : Other;
    return table;
}

constexpr auto kind_of = kinds();

// Word's soft hyphens and zero-width marks stand within a word and are not of it.
bool is_hidden(UChar32 c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF; }

class Cutter {
public:
    Cutter(std::string_view text, const Vocabulary& vocabulary) : m_text(text), m_vocabulary(vocabulary) {
        m_document.text = text;
        m_document.tokens.reserve(text.size() / 5 + 8);
        m_document.lines.push_back({});
    }

    Document read() {
        while (m_at < m_text.size())
            step();
        end_sentence(m_at);
        end_line(m_at);
        mark_quotations(m_document);
        return std::move(m_document);
    }

private:
    unsigned char byte(std::size_t at) const { return at < m_text.size() ? static_cast<unsigned char>(m_text[at]) : 0; }

    // The code point at a place beyond ASCII, and how many bytes it takes; broken UTF-8 takes one byte and is no letter.
    UChar32 beyond(std::size_t at, std::size_t& length) const {
        auto offset = static_cast<std::int32_t>(0);
        auto rest = static_cast<std::int32_t>(std::min<std::size_t>(m_text.size() - at, 4));
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(m_text.data() + at);
        UChar32 c = 0;
        U8_NEXT(bytes, offset, rest, c);
        length = c < 0 ? 1 : static_cast<std::size_t>(offset);
        return c;
    }

    bool is_letter_beyond(std::size_t at, std::size_t& length) const {
        auto c = beyond(at, length);
        if (c < 0)
            return false;
        auto type = U_MASK(u_charType(c));
        return (type & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0 || is_hidden(c);
    }

    void step() {
        switch (kind_of[byte(m_at)]) {
        case Lower:
        case Upper:
        case Digit: take_word(); return;
        case Space: ++m_at; return;
        case Newline: take_newline(); return;
        case Stop: take_stop(); return;
        case Beyond: take_beyond(); return;
        default: take_mark(); return;
        }
    }

    void take_newline() {
        end_sentence(m_at);
        end_line(m_at);
        ++m_at;
        auto token = static_cast<std::uint32_t>(m_document.tokens.size());
        m_document.lines.push_back({static_cast<std::uint32_t>(m_at), static_cast<std::uint32_t>(m_at), token, token});
        m_start = m_at;
        m_before = 0;
    }

    void take_mark() {
        char c = m_text[m_at++];
        m_before |= c == '-' ? (m_at >= 2 && kind_of[byte(m_at - 2)] != Space && kind_of[byte(m_at)] != Space ? Joined : Apart | Comma)
                    : c == ',' || c == ';' || c == ':' ? Apart | Comma
                    : c == '(' || c == '[' ? Apart | Bracket : Apart;
    }

    void take_beyond() {
        std::size_t length = 1;
        if (is_letter_beyond(m_at, length)) {
            take_word();
            return;
        }
        auto c = beyond(m_at, length);
        if (c == 0x2013 || c == 0x2014)
            m_before |= Apart | Comma;
        else if (c != 0xA0)
            m_before |= Apart;
        m_at += length;
    }

    // Whether the stop at m_at ends the sentence; where, if so.
    bool ends_sentence(std::size_t& end) const {
        end = m_at + 1;
        while (end < m_text.size()) {
            auto c = m_text.substr(end, 3);
            if (std::string_view(".!?\"')]").find(c[0]) != std::string_view::npos)
                ++end;
            else if (c == "\u201d" || c == "\u2019")
                end += 3;
            else
                break;
        }
        if (end < m_text.size() && kind_of[byte(end)] != Space && kind_of[byte(end)] != Newline)
            return false;
        return m_text[m_at] != '.' || !is_abbreviated(end);
    }

    bool is_abbreviated(std::size_t end) const {
        if (m_document.tokens.empty() || m_document.tokens.back().end != m_at)
            return false;
        auto word = m_document.of(m_document.tokens.back());
        if (word.size() == 1)
            return kind_of[byte(m_at - 1)] == Upper;
        if (word == "no" || word == "No") { // "no. 2"; "He said no."
            while (kind_of[byte(end)] == Space && end < m_text.size())
                ++end;
            return kind_of[byte(end)] == Digit;
        }
        for (std::string_view known : {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sgt", "St", "approx", "etc"})
            if (word == known)
                return true;
        return false;
    }

    void take_stop() {
        std::size_t end = 0;
        if (ends_sentence(end)) {
            for (auto at = m_at; at < end; ++at)
                if (m_text[at] == '"' || m_text[at] == '\'')
                    m_before |= Apart;
            m_at = end;
            end_sentence(end);
            m_before = 0;
        } else {
            ++m_at;
            m_before |= Apart;
        }
    }

    void end_sentence(std::size_t end) {
        auto last = static_cast<std::uint32_t>(m_document.tokens.size());
        auto first = m_document.sentences.empty() ? 0u : m_document.sentences.back().last;
        if (last > first) {
            auto begin = m_document.tokens[first].begin;
            m_document.sentences.push_back({static_cast<std::uint32_t>(std::max<std::size_t>(m_start, 0)), static_cast<std::uint32_t>(end), first, last,
                                            static_cast<std::uint32_t>(m_document.lines.size() - 1)});
            auto& sentence = m_document.sentences.back();
            sentence.begin = std::min(begin, std::max(sentence.begin, begin > 200 ? begin - 200 : 0));
            while (sentence.begin < begin && (kind_of[byte(sentence.begin)] == Space || kind_of[byte(sentence.begin)] == Newline))
                ++sentence.begin;
        }
        m_start = end;
    }

    void end_line(std::size_t end) {
        m_document.lines.back().end = static_cast<std::uint32_t>(end);
        m_document.lines.back().last = static_cast<std::uint32_t>(m_document.tokens.size());
    }

    void put(std::string_view bytes) {
        if (m_length + bytes.size() <= sizeof m_word) {
            std::memcpy(m_word + m_length, bytes.data(), bytes.size());
            for (char c : bytes)
                m_hash = hash_with(m_hash, c);
            m_length += bytes.size();
        } else
            m_length = sizeof m_word + 1; // too long for any word we know
    }

    bool take_apostrophe(std::size_t length) {
        if (kind_of[byte(m_at + length)] != Lower && kind_of[byte(m_at + length)] != Upper)
            return false;
        put("'");
        m_at += length;
        return true;
    }

    bool take_letter_beyond() {
        if (m_text.substr(m_at, 3) == "\u2019")
            return take_apostrophe(3);
        std::size_t length = 1;
        if (!is_letter_beyond(m_at, length))
            return false;
        auto c = beyond(m_at, length);
        if (!is_hidden(c)) {
            char bytes[4];
            std::int32_t written = 0;
            bool wrong = false;
            U8_APPEND(reinterpret_cast<std::uint8_t*>(bytes), written, 4, u_tolower(c), wrong);
            if (!wrong)
                put({bytes, static_cast<std::size_t>(written)});
            m_marks |= Foreign;
        }
        m_at += length;
        return true;
    }

    // "Tilly's" is Tilly, an owner.
    void take_owner_off(std::size_t begin) {
        std::size_t mark = 0;
        if (m_length > 2 && m_length <= sizeof m_word && std::string_view(m_word + m_length - 2, 2) == "'s")
            mark = m_text[m_at - 2] == '\'' ? 2 : 4;
        if (mark == 0 || m_at - begin <= mark)
            return;
        m_length -= 2;
        m_hash = hash_of({m_word, m_length});
        m_marks |= Owner;
        m_ended = m_at - mark;
    }

    // The ASCII letters and digits that stand here, in lower case; which kinds they were.
    unsigned take_plain() {
        unsigned seen = 0;
        auto at = m_at, length = m_length, end = m_text.size();
        auto hash = m_hash;
        const auto* bytes = m_text.data();
        for (; at < end; ++at, ++length) {
            auto kind = kind_of[static_cast<unsigned char>(bytes[at])];
            if (kind != Lower && kind != Upper && kind != Digit)
                break;
            seen |= 1u << kind;
            if (length < sizeof m_word) {
                m_word[length] = static_cast<char>(bytes[at] | 0x20); // no other digit
                hash = hash_with(hash, m_word[length]);
            }
        }
        m_at = at, m_length = length, m_hash = hash;
        return seen;
    }

    void take_word() {
        auto begin = m_at;
        m_length = 0;
        m_hash = hash_of_none;
        m_marks = kind_of[byte(m_at)] == Upper ? Capital : kind_of[byte(m_at)] == Digit ? Digits : 0;
        unsigned seen = take_plain();
        while (m_at < m_text.size() && (m_text[m_at] == '\'' ? take_apostrophe(1) : kind_of[byte(m_at)] == Beyond && take_letter_beyond()))
            seen |= take_plain();
        if ((seen & 1u << Upper) && !(seen & 1u << Lower) && m_length >= 2)
            m_marks |= Capitals;
        if (m_at == begin) { // nothing but a hidden mark's broken half
            ++m_at;
            return;
        }
        m_ended = m_at;
        take_owner_off(begin);
        add(begin);
    }

    void add(std::size_t begin) {
        Token token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(m_ended);
        if (std::string_view letters(m_word, std::min(m_length, sizeof m_word)); m_length <= sizeof m_word) {
            token.hash = m_hash;
            token.word = m_vocabulary.find(letters, token.hash);
        }
        token.classes = token.word ? m_vocabulary.classes(token.word) : 0;
        if (m_marks & Digits)
            token.classes |= bit(Class::Number);
        token.sentence = static_cast<std::uint32_t>(m_document.sentences.size());
        bool opens = m_document.sentences.empty() ? m_document.tokens.empty()
                                                  : m_document.tokens.size() == m_document.sentences.back().last;
        token.marks = static_cast<std::uint16_t>(m_marks | m_before | (opens ? Opens : 0));
        m_document.tokens.push_back(token);
        m_before = 0;
    }

    std::string_view m_text;
    const Vocabulary& m_vocabulary;
    Document m_document;
    std::size_t m_at = 0, m_start = 0, m_ended = 0, m_length = 0;
    unsigned m_marks = 0, m_before = 0;
    std::uint32_t m_hash = hash_of_none; // of the letters in m_word
    char m_word[longest_word] = {};
};

} // namespace

std::string Document::lower(const Token& token) const {
    std::string out;
    for (char c : of(token))
        out += kind_of[static_cast<unsigned char>(c)] == Upper ? static_cast<char>(c | 0x20) : c;
    return out;
}

Document read(std::string_view text, const Vocabulary& vocabulary) { return Cutter(text, vocabulary).read(); }

} // namespace lifestory::prose
