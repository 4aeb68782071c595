#include "genogram/gedcom_lines.h"

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::genogram {

namespace {

constexpr std::size_t longest_value = 100'000;
constexpr std::size_t most_notes = 20;

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    return text;
}

std::string_view take_word(std::string_view& rest) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    return word;
}

Refusal wrong(std::size_t line, const std::string& what) {
    return refuse("bad-gedcom", fmt::format("Line {}: {}.", line, what));
}

bool begins_with_level(std::string_view line) {
    const auto space = line.find(' ');
    if (space == std::string_view::npos || space == 0 || space > 3)
        return false;
    for (char c : line.substr(0, space))
        if (c < '0' || c > '9')
            return false;
    return true;
}

class LineReader {
public:
    Outcome read(std::string_view line, std::size_t number) {
        line = without_blanks(line);
        if (line.empty())
            return Nothing{};
        if (m_file.lines.empty() && (!begins_with_level(line) || trim(line.substr(0, 6)) != "0 HEAD"))
            return wrong(number, "a GEDCOM file begins with 0 HEAD; choose a file exported by a family tree program");
        if (!begins_with_level(line)) {
            note(fmt::format("Line {} has no level and was read as more of the line before.", number));
            add_words("\n" + std::string(line));
            return Nothing{};
        }
        return read_levelled(line, number);
    }

    Result<GedcomFile> finish() && {
        if (m_file.lines.empty())
            return refuse("bad-gedcom", "The file is empty; choose a file exported by a family tree program.");
        if (m_file.lines.back().tag != "TRLR")
            note("The file ends without its last line, TRLR: something may be missing.");
        if (!is_seven())
            for (auto& line : m_file.lines)
                undouble(line.value);
        return std::move(m_file);
    }

private:
    Outcome read_levelled(std::string_view line, std::size_t number) {
        GedcomLine read;
        read.number = static_cast<int>(number);
        for (char c : take_word(line))
            read.level = read.level * 10 + (c - '0');
        line = without_blanks(line);
        if (line.starts_with("@") && line.find("@ ", 1) != std::string_view::npos)
            read.id = take_word(line);
        line = without_blanks(line);
        for (char c : take_word(line))
            read.tag.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
        if (read.tag.empty() || read.tag.front() == '@')
            return wrong(number, "there is no tag after the level; write it like 1 NAME Ada /Marlow/");
        if (read.tag == "CONC" || read.tag == "CONT") {
            if (read.tag == "CONT")
                line.remove_prefix(line.starts_with("@@") ? 1 : 0);
            add_words((read.tag == "CONT" ? "\n" : "") + std::string(line));
            return Nothing{};
        }
        if (!m_file.lines.empty() && read.level > m_file.lines.back().level + 1)
            return wrong(number, fmt::format("level {} stands under level {}; a level goes up by one at a time", read.level,
                                             m_file.lines.back().level));
        read.value = line.starts_with("@@") ? line.substr(1) : line;
        m_file.lines.push_back(std::move(read));
        return Nothing{};
    }

    bool is_seven() const {
        for (std::size_t at = 1; at < m_file.lines.size() && m_file.lines[at].level > 0; ++at)
            if (m_file.lines[at].tag == "VERS" && m_file.lines[at - 1].tag == "GEDC")
                return m_file.lines[at].value.starts_with('7');
        return false;
    }

    // Before 7.0 each @ of a text is written twice; what was first in its line is one already.
    static void undouble(std::string& value) {
        for (auto at = value.find("@@"); at != std::string::npos; at = value.find("@@", at + 1))
            value.erase(at, 1);
    }

    void add_words(const std::string& words) {
        auto& value = m_file.lines.back().value;
        if (value.size() + words.size() < longest_value)
            value += words;
    }

    void note(std::string_view words) {
        if (m_file.notes.size() < most_notes)
            m_file.notes.emplace_back(words);
    }

    GedcomFile m_file;
};

} // namespace

Result<GedcomFile> read_gedcom_lines(std::string_view bytes) {
    if (bytes.size() > most_gedcom_bytes)
        return refuse("too-large", "The file is larger than 100 million bytes; export only the family that is to be drawn.");
    const auto text = TRY(gedcom_text(bytes));
    LineReader reader;
    std::size_t number = 1;
    for (std::size_t start = 0; start < text.size(); ++number) {
        const auto end = std::min(text.find_first_of("\r\n", start), text.size());
        TRY(reader.read(std::string_view(text).substr(start, end - start), number));
        start = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    }
    return std::move(reader).finish();
}

} // namespace lifestory::genogram
