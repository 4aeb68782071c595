// multipart/form-data, as browsers write it and RFC 7578 asks: no preamble, no epilogue, every part a form field.
#include <algorithm>
#include <optional>

#include "web/http/characters.h"
#include "web/http/form.h"
#include "web/http/negotiation.h"

namespace lifestory::web::http {

namespace {

struct Part {
    std::optional<std::string> name;
    std::optional<std::string> file_name;
    std::string content_type;
    std::string_view content;
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

Result<Part> read_part(std::string_view text) {
    Part part;
    while (text.substr(0, 2) != "\r\n") {
        auto end = text.find("\r\n");
        if (end == std::string_view::npos)
            return bad_part("A part's head does not end.");
        TRY(read_part_line(text.substr(0, end), part));
        text.remove_prefix(end + 2);
    }
    if (!part.name)
        return bad_part("A part has no content disposition.");
    part.content = text.substr(2);
    return part;
}

// A file input left empty comes as a file without name and bytes: nothing was chosen.
void keep(Part part, Form& form) {
    if (!part.file_name)
        form.fields.add(std::move(*part.name), std::string(part.content));
    else if (!part.file_name->empty() || !part.content.empty())
        form.uploads.push_back({std::move(*part.name), last_of_path(*part.file_name), std::move(part.content_type),
                                std::string(part.content)});
}

} // namespace

Result<Form> read_multipart(std::string_view body, std::string_view boundary) {
    if (!is_boundary(boundary))
        return bad_part("The form's boundary is missing or malformed.");
    const auto delimiter = "\r\n--" + std::string(boundary);
    auto opening = std::string_view(delimiter).substr(2);
    if (body.substr(0, opening.size()) != opening)
        return bad_part("The form must begin with its boundary.");
    body.remove_prefix(opening.size());
    Form form;
    for (std::size_t parts = 0; body.substr(0, 2) == "\r\n"; ++parts) {
        auto end = body.find(delimiter, 2);
        if (end == std::string_view::npos || parts == most_fields)
            return bad_part("The form is cut off, or has too many parts.");
        keep(TRY(read_part(body.substr(2, end - 2))), form);
        body.remove_prefix(end + delimiter.size());
    }
    if (body != "--" && body != "--\r\n")
        return bad_part("The form does not end in its boundary.");
    return form;
}

} // namespace lifestory::web::http
