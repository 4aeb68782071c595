// multipart/form-data, as browsers write it and RFC 7578 asks: no preamble, no epilogue, every part a form field.
#include <algorithm>
#include <optional>
#include <utility>

#include "web/http/characters.h"
#include "web/http/multipart.h"
#include "web/http/negotiation.h"

namespace lifestory::web::http {

namespace {

constexpr std::size_t longest_head = 16 * 1024; // bytes, of one part

struct Part {
    std::optional<std::string> name;
    std::optional<std::string> file_name;
    std::string content_type;
};

Refusal bad_part(std::string what) { return refuse("bad-form", std::move(what)); }

// RFC 2046, 5.1.1: 1 to 70 of these characters, the last no space.
bool is_boundary(std::string_view boundary) {
    auto may_stand = [](char c) {
        return is_digit(c) || is_letter(c) || (c != 0 && std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos);
    };
    return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
           std::all_of(boundary.begin(), boundary.end(), may_stand);
}

// WHATWG HTML, 4.10.21.8: within quotes browsers write these three so, and nothing else otherwise.
std::string unescape(std::string_view quoted) {
    std::string out;
    while (!quoted.empty()) {
        auto three = quoted.substr(0, 3);
        char stands_for = three == "%22" ? '"' : three == "%0D" ? '\r' : three == "%0A" ? '\n' : '\0';
        out += stands_for ? stands_for : quoted.front();
        quoted.remove_prefix(stands_for ? 3 : 1);
    }
    return out;
}

std::string last_of_path(std::string_view file_name) {
    auto slash = file_name.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? file_name : file_name.substr(slash + 1));
}

// `; name="value"`, off the front of `rest`; the value as it stands between its quotes.
Result<Field> take_parameter(std::string_view& rest) {
    auto open = rest.find("=\"");
    if (rest.empty() || rest.front() != ';' || open == std::string_view::npos)
        return bad_part("A part's parameters must be written with quotes.");
    auto close = rest.find('"', open + 2);
    if (close == std::string_view::npos)
        return bad_part("A quote in a part's head is not closed.");
    Field parameter{to_lower(without_spaces(rest.substr(1, open - 1))), unescape(rest.substr(open + 2, close - open - 2))};
    rest = without_spaces(rest.substr(close + 1));
    return parameter;
}

Outcome read_disposition(std::string_view value, Part& part) {
    constexpr std::string_view kind = "form-data";
    if (part.name || to_lower(value.substr(0, kind.size())) != kind)
        return bad_part("A part needs one content disposition, form-data.");
    auto rest = without_spaces(value.substr(kind.size()));
    while (!rest.empty()) {
        auto [name, text] = TRY(take_parameter(rest));
        auto& place = name == "name" ? part.name : part.file_name;
        if ((name != "name" && name != "filename") || place)
            return bad_part("A part's disposition takes one name and one filename.");
        place = std::move(text);
    }
    if (!part.name)
        return bad_part("A part has no name.");
    return Nothing{};
}

Outcome read_part_line(std::string_view line, Part& part) {
    auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos)
        return bad_part("A line in a part's head has no colon.");
    auto name = to_lower(line.substr(0, colon));
    auto value = without_spaces(line.substr(colon + 1));
    if (!std::all_of(name.begin(), name.end(), is_token_character) || std::any_of(value.begin(), value.end(), is_control))
        return bad_part("A line in a part's head holds a character that cannot stand there.");
    if (name == "content-disposition")
        return read_disposition(value, part);
    if (name == "content-transfer-encoding") // RFC 7578, 4.7: not to be used
        return bad_part("A part must be sent as it is, without a transfer encoding.");
    if (name == "content-type")
        part.content_type = std::string(value);
    return Nothing{};
}

Result<Part> read_part_head(std::string_view lines) {
    Part part;
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        TRY(read_part_line(lines.substr(0, end), part));
        lines.remove_prefix(end + 2);
    }
    if (!part.name)
        return bad_part("A part has no content disposition.");
    return part;
}

} // namespace

MultipartReader::MultipartReader(std::string_view boundary, std::size_t most_in_memory, MakeAside make_aside)
    : m_delimiter("\r\n--" + std::string(boundary)), m_most_in_memory(most_in_memory), m_make_aside(std::move(make_aside)),
      m_is_boundary(is_boundary(boundary)) {}

Outcome MultipartReader::take(std::string_view bytes) {
    if (!m_is_boundary)
        return bad_part("The form's boundary is missing or malformed.");
    m_rest.append(bytes);
    while (TRY(go_on()) == Step::Done)
        continue;
    m_rest.erase(0, std::exchange(m_at, 0));
    return Nothing{};
}

Result<Form> MultipartReader::finish() {
    TRY(take({}));
    if (m_stage != Stage::End)
        return bad_part("The form is cut off, or does not begin and end with its boundary.");
    if (!rest().empty() && rest() != "\r\n")
        return bad_part("The form does not end in its boundary.");
    return std::move(m_form);
}

Result<MultipartReader::Step> MultipartReader::go_on() {
    switch (m_stage) {
    case Stage::Opening: return open();
    case Stage::AfterBoundary: return after_boundary();
    case Stage::Head: return read_head();
    case Stage::BeforeContent: return before_content();
    case Stage::Content: return read_content();
    case Stage::End: break;
    }
    if (rest().size() > 2)
        return bad_part("The form does not end in its boundary.");
    return Step::NeedsMore;
}

Result<MultipartReader::Step> MultipartReader::open() {
    const auto opening = std::string_view(m_delimiter).substr(2);
    if (rest().size() < opening.size())
        return Step::NeedsMore;
    if (!rest().starts_with(opening))
        return bad_part("The form must begin with its boundary.");
    m_at += opening.size();
    m_stage = Stage::AfterBoundary;
    return Step::Done;
}

Result<MultipartReader::Step> MultipartReader::after_boundary() {
    if (rest().size() < 2)
        return Step::NeedsMore;
    const auto two = rest().substr(0, 2);
    if (two != "\r\n" && two != "--")
        return bad_part("A boundary in the form is followed by what cannot stand there.");
    if (two == "\r\n" && ++m_parts > most_fields)
        return bad_part("The form has too many parts.");
    m_stage = two == "--" ? Stage::End : Stage::Head;
    m_at += 2;
    return Step::Done;
}

// The blank line's own line end is left: what follows it may be a boundary, which would come too early.
Result<MultipartReader::Step> MultipartReader::read_head() {
    const auto end = rest().find("\r\n\r\n");
    const auto head = rest().substr(0, end == std::string_view::npos ? end : end + 2);
    if (head.size() > longest_head || head.find(m_delimiter) != std::string_view::npos)
        return bad_part("A part's head does not end.");
    if (end == std::string_view::npos)
        return Step::NeedsMore;
    auto part = TRY(read_part_head(head));
    m_name = std::move(*part.name);
    m_file_name = std::move(part.file_name);
    m_content_type = std::move(part.content_type);
    m_at += head.size();
    m_stage = Stage::BeforeContent;
    return Step::Done;
}

Result<MultipartReader::Step> MultipartReader::before_content() {
    if (rest().size() < m_delimiter.size())
        return Step::NeedsMore;
    if (rest().starts_with(m_delimiter))
        return bad_part("A part's head does not end.");
    m_at += 2;
    m_stage = Stage::Content;
    return Step::Done;
}

Result<MultipartReader::Step> MultipartReader::read_content() {
    const auto end = rest().find(m_delimiter);
    if (end == std::string_view::npos) { // its beginning may have come
        const auto certain = rest().size() - std::min(rest().size(), m_delimiter.size() - 1);
        TRY(keep(rest().substr(0, certain)));
        m_at += certain;
        return Step::NeedsMore;
    }
    TRY(keep(rest().substr(0, end)));
    end_part();
    m_at += end + m_delimiter.size();
    m_stage = Stage::AfterBoundary;
    return Step::Done;
}

Outcome MultipartReader::keep(std::string_view content) {
    if (content.empty() || (m_file_name && m_form.uploads.size() > most_files))
        return Nothing{};
    if (m_file_name && m_make_aside) {
        if (!m_aside)
            m_aside = m_make_aside();
        if (m_aside->add(content) == SetAside::Room::DiskIsFull)
            return refuse("disk-full", "There is no room left to keep files.");
        return Nothing{};
    }
    m_in_memory += content.size();
    if (m_in_memory > m_most_in_memory)
        return refuse("form-too-large", "The form holds more words than it may.");
    m_content.append(content);
    return Nothing{};
}

// A file input left empty comes as a file without name and bytes: nothing was chosen.
void MultipartReader::end_part() {
    if (!m_file_name)
        m_form.fields.add(std::move(m_name), std::move(m_content));
    else if (m_form.uploads.size() <= most_files && (!m_file_name->empty() || !m_content.empty() || m_aside))
        m_form.uploads.push_back({std::move(m_name), last_of_path(*m_file_name), std::move(m_content_type), std::move(m_content), std::move(m_aside)});
    m_name.clear();
    m_content.clear();
    m_content_type.clear();
    m_aside.reset();
}

Result<Form> read_multipart(std::string_view body, std::string_view boundary) {
    MultipartReader reader(boundary, body.size());
    TRY(reader.take(body));
    return reader.finish();
}

} // namespace lifestory::web::http
