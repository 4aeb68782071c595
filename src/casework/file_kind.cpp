#include "casework/file_kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "casework/packed_file.h"
#include "casework/read_email.h"

namespace lifestory::casework {

namespace {

constexpr std::size_t looked_at = 1024; // bytes of the beginning
constexpr std::uint64_t unpacks_to = 1u << 30, times_as_long = 100; // a report with photographs stays far below both

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
constexpr FileKind text{"plain text", "text/plain; charset=utf-8", "txt text csv md", Shown::Words};
constexpr FileKind email{"e-mail", "message/rfc822", "eml", Shown::Words};
constexpr FileKind outlook{"e-mail of Outlook", "application/vnd.ms-outlook", "msg"};
constexpr FileKind mp3{"sound (MP3)", "audio/mpeg", "mp3", Shown::Sound};
constexpr FileKind wav{"sound (WAV)", "audio/wav", "wav", Shown::Sound};
constexpr FileKind ogg{"sound (Ogg)", "audio/ogg", "ogg oga opus", Shown::Sound};
constexpr FileKind m4a{"sound (M4A)", "audio/mp4", "m4a", Shown::Sound};
constexpr FileKind mp4{"film (MP4)", "video/mp4", "mp4 m4v", Shown::Film};
constexpr FileKind mov{"film (QuickTime)", "video/quicktime", "mov qt", Shown::Film};
constexpr FileKind webm{"film (WebM)", "video/webm", "webm mkv", Shown::Film};

constexpr std::array known_kinds{pdf, png, jpeg, gif, webp, heic, tiff, word, excel, slides, open_text, open_sheet,
                           rich_text, text, email, outlook, mp3, wav, ogg, m4a, mp4, mov, webm};

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

// A container of files that begin with PK: its own list says what is in it, and nothing is unpacked.
Result<FileKind> kind_of_packed(const LongBytes& bytes, std::string_view name) {
    const auto packed = look_into(bytes);
    if (!packed)
        return no(name, "is packed or an Office file, and is cut or broken. Open it where it came from, save it again, and put that here.");
    if (packed->unpacked > unpacks_to || (packed->unpacked > (64u << 20) && packed->unpacked > times_as_long * bytes.length))
        return no(name, "would unpack to far more than a document holds, which can stop the computer of whoever opens it. Print it to a PDF, and put that here.");
    if (std::any_of(packed->names.begin(), packed->names.end(), [](const auto& one) { return one.ends_with("vbaProject.bin"); }))
        return no(name, "holds a program (macros). Save it without macros, or as a PDF, and put that here.");
    if (packed->holds("word/document.xml"))
        return word;
    if (packed->holds("xl/workbook.xml"))
        return excel;
    if (packed->holds("ppt/presentation.xml"))
        return slides;
    if (packed->media_type == "application/vnd.oasis.opendocument.text")
        return open_text;
    if (packed->media_type == "application/vnd.oasis.opendocument.spreadsheet")
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

bool is_plain(char one) { return static_cast<unsigned char>(one) >= 0x20 || one == '\n' || one == '\r' || one == '\t' || one == '\f'; }

// How many bytes at the end begin a letter that the next piece ends.
std::size_t begun_letter(std::string_view bytes) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto octet = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (octet >= 0xc0)
            return (octet >= 0xf0 ? 4u : octet >= 0xe0 ? 3u : 2u) > back ? back : 0;
        if (octet < 0x80)
            return 0;
    }
    return 0;
}

bool is_text(const LongBytes& bytes) {
    bool is_all = true;
    std::string begun;
    read_on(bytes, [&](std::string_view piece) {
        begun += piece;
        const auto left = begun_letter(begun);
        const auto letters = std::string_view(begun).substr(0, begun.size() - left);
        is_all = std::all_of(letters.begin(), letters.end(), is_plain) && clean_text(letters).has_value();
        begun.erase(0, begun.size() - left);
        return is_all ? Reading::GoesOn : Reading::IsEnough;
    });
    return is_all && begun.empty();
}

std::optional<FileKind> kind_by_beginning(std::string_view start) {
    for (const auto& beginning : beginnings)
        if (start.starts_with(beginning.bytes))
            return beginning.kind;
    const auto form = start.starts_with("RIFF") && start.size() >= 12 ? start.substr(8, 4) : std::string_view();
    if (form == "WEBP" || form == "WAVE")
        return form == "WEBP" ? webp : wav;
    if (auto film = kind_of_film(start))
        return film;
    return holds(start, "%PDF-") ? std::optional(pdf) : std::nullopt;
}

// By its head and not by its bytes: it may hold a page, a program and an old alphabet, none of which runs in it.
Result<FileKind> kind_of_email(const LongBytes& bytes, std::string_view name) {
    const auto read = bytes.length <= longest_email ? read_email(whole(bytes)) : read_email({});
    if (!read && bytes.length <= longest_email)
        return refuse(read.refusal().code, named(name) + ": " + read.refusal().message);
    if (!read)
        return no(name, "is longer than an e-mail can be here. Save what is with it, and put the files here one by one.");
    return email;
}

// By the name of the part that every e-mail of Outlook has, in its container's list of parts (MS-OXMSG 2.4). Read by another program, of which nothing else is asked.
Result<FileKind> kind_of_outlook(const LongBytes& bytes, std::string_view name) {
    if (bytes.length > longest_email)
        return no(name, "is longer than an e-mail can be here. Save what is with it, and put the files here one by one.");
    std::string part;
    for (char letter : std::string_view("__properties_version1.0"))
        part += {letter, '\0'};
    if (!bytes.read(0, looked_at).starts_with("\xd0\xcf\x11\xe0") || !holds(whole(bytes), part))
        return no(name, "is no e-mail of Outlook. Open it where it came from, save it as .eml or as a PDF, and put that here.");
    return outlook;
}

Result<FileKind> kind_of_bytes(const LongBytes& bytes, std::string_view name) {
    const auto start = bytes.read(0, looked_at);
    if (is_program(start) && (start.starts_with("#!") || !is_text(bytes)))
        return no(name, "is a program, which cannot be kept here.");
    if (auto kind = kind_by_beginning(start))
        return *kind;
    if (start.starts_with("PK\x03\x04"))
        return kind_of_packed(bytes, name);
    if (start.starts_with("\xd0\xcf\x11\xe0"))
        return no(name, "is an older Office file, which can hold a program. Save it as .docx or as a PDF, and put that here.");
    if (is_web_page(start))
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

std::optional<FileKind> kind_called(std::string_view name) {
    const auto found = std::find_if(known_kinds.begin(), known_kinds.end(), [&](const auto& kind) { return kind.name == name; });
    return found == known_kinds.end() ? std::nullopt : std::optional(*found);
}

Result<FileKind> kind_of_file(std::string_view bytes, std::string_view name) { return kind_of_file(held(bytes), name); }

Result<FileKind> kind_of_file(const LongBytes& bytes, std::string_view name) {
    if (bytes.length == 0)
        return refuse("file-empty", named(name) + " is empty. Look at it where it came from, and put it here again.");
    if (is_named_as_email(name))
        return kind_of_email(bytes, name);
    const auto ending = ending_of(name);
    if (ending == outlook.endings)
        return kind_of_outlook(bytes, name);
    auto kind = TRY(kind_of_bytes(bytes, name));
    if (ending.empty() || ends_like(kind, ending))
        return kind;
    for (const auto& other : known_kinds)
        if (ends_like(other, ending))
            return no(name, "is no " + std::string(other.name) + ": what is in it is " + std::string(kind.name) + ". Open it, save it again, and put that here.");
    return no(name, "has a name that ends in ." + ending + ", and what is in it is " + std::string(kind.name) + ". Give it a name that says what it is.");
}

} // namespace lifestory::casework
