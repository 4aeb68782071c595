#include "base/text.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/encoding.h"
#include "base/fault.h"

namespace lifestory {

namespace {

std::string to_utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString normalised(const icu::Normalizer2* form, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    auto out = form->normalize(text, status);
    if (U_FAILURE(status))
        throw Fault("Unicode normalisation failed");
    return out;
}

const icu::Normalizer2* composed() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2* decomposed() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(status);
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
}

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t swap = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({swap, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

Result<std::string> clean_text(std::string_view typed) {
    if (!is_utf8(typed))
        return refuse("not-utf8", "These words are not readable text (UTF-8 was expected).");
    std::string kept;
    kept.reserve(typed.size());
    for (std::size_t i = 0; i < typed.size(); ++i) {
        char c = typed[i];
        if (c == '\r') {
            if (i + 1 < typed.size() && typed[i + 1] == '\n')
                continue;
            c = '\n';
        }
        bool control = (c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
        if (!control)
            kept += c;
    }
    if (is_plain_ascii(kept))
        return kept;
    return to_utf8(normalised(composed(), icu::UnicodeString::fromUTF8(kept)));
}

std::string trim(std::string_view text) {
    if (is_plain_ascii(text)) {
        const auto* begin = std::find_if_not(text.begin(), text.end(), is_ascii_space);
        const auto end = std::find_if_not(text.rbegin(), text.rend(), is_ascii_space).base();
        return begin < end ? std::string(begin, end) : std::string();
    }
    auto string = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    std::int32_t begin = 0, end = string.length();
    while (begin < end && u_isUWhiteSpace(string.char32At(begin)))
        ++begin;
    while (end > begin && u_isUWhiteSpace(string.char32At(end - 1)))
        --end;
    return to_utf8(string.tempSubStringBetween(begin, end));
}

bool is_blank(std::string_view text) {
    const auto* all = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(all, at, length, point);
        if (point < 0 || !u_isUWhiteSpace(point)) // what is no letter at all is no blank
            return false;
    }
    return true;
}

std::string fold(std::string_view text) {
    if (is_plain_ascii(text)) { // no accents, and each letter folds to one
        std::string folded(text);
        for (auto& letter : folded)
            if (letter >= 'A' && letter <= 'Z')
                letter = static_cast<char>(letter - 'A' + 'a');
        return folded;
    }
    auto string = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    string.foldCase();
    string = normalised(decomposed(), string);
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < string.length(); i = string.moveIndex32(i, 1))
        if (u_charType(string.char32At(i)) != U_NON_SPACING_MARK)
            bare.append(string.char32At(i));
    auto out = to_utf8(bare);
    for (std::string_view curly : {"\u2019", "\u2018", "\u02bc"})
        for (std::size_t at; (at = out.find(curly)) != std::string::npos;)
            out.replace(at, curly.size(), "'");
    return out;
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

std::string first(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size()) {
        if ((text[at] & 0xc0) != 0x80 && count-- == 0)
            break;
        ++at;
    }
    return std::string(text.substr(0, at));
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    while (true) {
        auto end = text.find(at);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const auto& part : parts) {
        if (&part != &parts.front())
            out += between;
        out += part;
    }
    return out;
}

bool starts_with_folded(std::string_view text, std::string_view beginning) {
    return fold(text).starts_with(fold(beginning));
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    std::string best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto& candidate : known) {
        auto far = distance(word, candidate);
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

} // namespace lifestory
