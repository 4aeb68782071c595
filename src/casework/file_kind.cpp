#include "casework/file_kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::casework {

namespace {

constexpr std::size_t looked_at = 1024; // bytes of the beginning

constexpr FileKind pdf{"PDF document", "application/pdf", "pdf"};
constexpr FileKind png{"PNG picture", "image/png", "png", Shown::Picture};
constexpr FileKind jpeg{"photograph (JPEG)", "image/jpeg", "jpg jpeg jpe jfif", Shown::Picture};
constexpr FileKind gif{"GIF picture", "image/gif", "gif", Shown::Picture};
constexpr FileKind webp{"WebP picture", "image/webp", "webp", Shown::Picture};
constexpr FileKind heic{"photograph (HEIC)", "image/heic", "heic heif"};
constexpr FileKind tiff{"scan (TIFF)", "image/tiff", "tif tiff"};
constexpr FileKind word{"Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"};
constexpr FileKind excel{"spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"};
constexpr FileKind slides{"slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"};
constexpr FileKind open_text{"OpenDocument text", "application/vnd.oasis.opendocument.text", "odt"};
constexpr FileKind open_sheet{"OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "ods"};
constexpr FileKind rich_text{"rich text", "application/rtf", "rtf"};
constexpr FileKind text{"plain text", "text/plain; charset=utf-8", "txt text eml csv md"};
constexpr FileKind mp3{"sound (MP3)", "audio/mpeg", "mp3", Shown::Sound};
constexpr FileKind wav{"sound (WAV)", "audio/wav", "wav", Shown::Sound};
constexpr FileKind ogg{"sound (Ogg)", "audio/ogg", "ogg oga opus", Shown::Sound};
constexpr FileKind m4a{"sound (M4A)", "audio/mp4", "m4a", Shown::Sound};
constexpr FileKind mp4{"film (MP4)", "video/mp4", "mp4 m4v", Shown::Film};
constexpr FileKind mov{"film (QuickTime)", "video/quicktime", "mov qt", Shown::Film};
constexpr FileKind webm{"film (WebM)", "video/webm", "webm mkv", Shown::Film};

constexpr std::array known_kinds{pdf, png, jpeg, gif, webp, heic, tiff, word, excel, slides, open_text, open_sheet,
                           rich_text, text, mp3, wav, ogg, m4a, mp4, mov, webm};

struct Beginning {
    std::string_view bytes;
    FileKind kind;
};
using namespace std::string_view_literals;
constexpr std::array beginnings{Beginning{"\x89PNG\r\n\x1a\n"sv, png}, Beginning{"\xff\xd8\xff"sv, jpeg}, Beginning{"GIF87a"sv, gif},
                                Beginning{"GIF89a"sv, gif},            Beginning{"II*\0"sv, tiff},        Beginning{"MM\0*"sv, tiff},
                                Beginning{"{\\rtf"sv, rich_text},      Beginning{"ID3"sv, mp3},           Beginning{"\xff\xfb"sv, mp3},
                                Beginning{"\xff\xf3"sv, mp3},          Beginning{"OggS"sv, ogg},          Beginning{"\x1a\x45\xdf\xa3"sv, webm}};

std::string named(std::string_view name) { return name.empty() ? "That file" : std::string(name); }

Refusal no(std::string_view name, const std::string& why) { return refuse("file-kind", named(name) + " " + why); }

bool holds(std::string_view bytes, std::string_view what) { return bytes.find(what) != std::string_view::npos; }

bool is_program(std::string_view bytes) {
    return bytes.starts_with("MZ") || bytes.starts_with("\x7f""ELF") || bytes.starts_with("#!") || bytes.starts_with("\xfe\xed\xfa") ||
           bytes.starts_with("\xcf\xfa\xed\xfe") || bytes.starts_with("\xca\xfe\xba\xbe") || bytes.starts_with("\0asm"sv);
}

std::string lower(std::string_view letters) {
    std::string all(letters);
    std::transform(all.begin(), all.end(), all.begin(), [](char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one + 32) : one; });
    return all;
}

bool is_web_page(std::string_view bytes) {
    const auto start = lower(bytes.substr(0, looked_at));
    return std::ranges::any_of(std::array{"<!doctype html", "<html", "<head", "<body", "<svg", "<script", "<?xml", "<iframe"},
                               [&](const char* sign) { return holds(start, sign); });
}

// A container of files that begin with PK: names stand in it in the clear, so that it is told without unpacking anything.
Result<FileKind> kind_of_packed(std::string_view bytes, std::string_view name) {
    if (holds(bytes, "vbaProject.bin"))
        return no(name, "holds a program (macros). Save it without macros, or as a PDF, and put that here.");
    if (holds(bytes, "word/document.xml"))
        return word;
    if (holds(bytes, "xl/workbook.xml"))
        return excel;
    if (holds(bytes, "ppt/presentation.xml"))
        return slides;
    if (holds(bytes.substr(0, looked_at), "mimetypeapplication/vnd.oasis.opendocument.text"))
        return open_text;
    if (holds(bytes.substr(0, looked_at), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
        return open_sheet;
    return no(name, "is a folder of files packed into one. Unpack it, and put the files here one by one.");
}

std::optional<FileKind> kind_of_film(std::string_view bytes) {
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp")
        return std::nullopt;
    const auto brand = bytes.substr(8, 4);
    if (brand == "M4A ")
        return m4a;
    if (brand == "qt  ")
        return mov;
    return brand.starts_with("hei") || brand.starts_with("hev") || brand == "mif1" || brand == "msf1" ? heic : mp4;
}

bool is_text(std::string_view bytes) {
    return clean_text(bytes).has_value() && std::all_of(bytes.begin(), bytes.end(), [](char one) {
        const auto octet = static_cast<unsigned char>(one);
        return octet >= 0x20 || one == '\n' || one == '\r' || one == '\t' || one == '\f';
    });
}

Result<FileKind> kind_of_bytes(std::string_view bytes, std::string_view name) {
    if (is_program(bytes) && (bytes.starts_with("#!") || !is_text(bytes)))
        return no(name, "is a program, which cannot be kept here.");
    for (const auto& beginning : beginnings)
        if (bytes.starts_with(beginning.bytes))
            return beginning.kind;
    const auto form = bytes.starts_with("RIFF") && bytes.size() >= 12 ? bytes.substr(8, 4) : std::string_view();
    if (form == "WEBP" || form == "WAVE")
        return form == "WEBP" ? webp : wav;
    if (auto film = kind_of_film(bytes))
        return *film;
    if (holds(bytes.substr(0, looked_at), "%PDF-"))
        return pdf;
    if (bytes.starts_with("PK\x03\x04"))
        return kind_of_packed(bytes, name);
    if (bytes.starts_with("\xd0\xcf\x11\xe0"))
        return no(name, "is an older Office file, which can hold a program. Save it as .docx or as a PDF, and put that here.");
    if (is_web_page(bytes))
        return no(name, "is a web page or holds a script. Print it to a PDF, and put that here.");
    if (is_text(bytes))
        return text;
    return no(name, "is of no kind that we can keep. Save it as a PDF, or a photograph as JPEG or PNG, and put that here.");
}

std::string ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
}

bool ends_like(const FileKind& kind, const std::string& ending) {
    const auto endings = split(std::string(kind.endings), ' ');
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

} // namespace

Result<FileKind> kind_of_file(std::string_view bytes, std::string_view name) {
    if (bytes.empty())
        return refuse("file-empty", named(name) + " is empty. Look at it where it came from, and put it here again.");
    auto kind = TRY(kind_of_bytes(bytes, name));
    const auto ending = ending_of(name);
    if (ending.empty() || ends_like(kind, ending))
        return kind;
    for (const auto& other : known_kinds)
        if (ends_like(other, ending))
            return no(name, "is no " + std::string(other.name) + ": what is in it is " + std::string(kind.name) + ". Open it, save it again, and put that here.");
    return no(name, "has a name that ends in ." + ending + ", and what is in it is " + std::string(kind.name) + ". Give it a name that says what it is.");
}

} // namespace lifestory::casework
