#include "web/pages/entry_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/fault.h"
#include "casework/file_kind.h"
#include "web/pages/file_lines.h"

namespace lifestory::web::pages {

namespace {

using casework::Shown;
using http::Call;
using http::Response;

Url file_path(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file) {
    return path("/children/{}/entries/{}/files/{}", open.record.hex(), story.entry.id.hex(), file.number.hex());
}

Html link_to(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file) {
    return html("<a class=\"govuk-link\" href=\"{}\" download>{}</a> ({})", file_path(open, story, file), file.name, in_words(file));
}

// By the words that were signed; what is sent is told anew from the bytes.
Shown shown_as(const record::File& file) {
    if (file.kind.starts_with("sound"))
        return Shown::Sound;
    if (file.kind.starts_with("film"))
        return Shown::Film;
    const bool is_picture = file.kind.ends_with("picture") || file.kind == "photograph (JPEG)";
    return is_picture ? Shown::Picture : Shown::Kept;
}

Url shown_path(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file) {
    return path("/children/{}/entries/{}/files/{}/shown", open.record.hex(), story.entry.id.hex(), file.number.hex());
}

Html shown_in_page(const OpenEntry& entry, const record::File& file) {
    const auto at = shown_path(entry.open, *entry.story, file);
    switch (shown_as(file)) {
    case Shown::Picture: return picture_of_file(entry.open, *entry.story, file, file.name);
    case Shown::Sound: return html("<audio class=\"app-picture\" controls preload=\"none\" src=\"{}\"></audio>", at);
    case Shown::Film: return html("<video class=\"app-picture\" controls preload=\"none\" src=\"{}\"></video>", at);
    case Shown::Kept: return Html();
    }
    return Html();
}

struct FileOfEntry {
    record::File file;
    Bytes bytes;
    casework::FileKind kind;
};

// Only a file that this entry names.
Result<FileOfEntry> file_of(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number) {
    const auto* form = story.form();
    const auto files = form ? form->files() : std::vector<record::File>();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.number.hex() == number; });
    if (found == files.end())
        return refuse("not-found", "Page not found");
    auto bytes = TRY(house.ledger.read_file(open.record, found->number));
    if (to_hex(view(sha256(bytes))) != found->sha256)
        throw Fault(fmt::format("File {} is not the one that its entry was signed with. Run 'lifestory verify'.", found->number.hex()));
    auto kind = TRY(casework::kind_of_file(bytes, ""));
    return FileOfEntry{*found, std::move(bytes), kind};
}

std::string plain_name(const std::string& name) {
    std::string plain = name;
    std::replace_if(plain.begin(), plain.end(), [](char one) { return one < 0x20 || one > 0x7e || one == '"' || one == '\\' || one == '%'; }, '_');
    return plain;
}

// Whatever is in it, nothing of it runs and nothing of it reaches this site.
Response answer_of(FileOfEntry file, std::string_view how) {
    Response answer;
    answer.content_type = std::string(file.kind.content_type);
    answer.headers.add("Content-Disposition", fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", how, plain_name(file.file.name), percent_encoded(file.file.name)));
    answer.headers.add("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    answer.body = std::move(file.bytes);
    return answer;
}

Response give_file(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    return entry ? file_answer(house, entry->open, *entry->story, call.parameter("file")) : not_found(house);
}

Response show_file(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    auto file = entry ? file_of(house, entry->open, *entry->story, call.parameter("file")) : Result<FileOfEntry>(entry.refusals());
    if (!file || file->kind.shown == Shown::Kept)
        return not_found(house);
    return answer_of(std::move(*file), "inline");
}

} // namespace

Html files_of(const OpenEntry& entry, const record::Files& files) {
    Html all = files.kept_at.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", files.kept_at);
    for (const auto& file : files.files)
        all += html("<p class=\"govuk-body\">{}</p>{}", link_to(entry.open, *entry.story, file), shown_in_page(entry, file));
    return all;
}

Html file_links(const access::OpenRecord& open, const record::StoryEntry& story) {
    Html all;
    const auto* form = story.form();
    if (form)
        for (const auto& file : form->files())
            all += html("<li>{}</li>", link_to(open, story, file));
    return all.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", all);
}

void show_files(WordsOfItems& words, const OpenEntry& entry) {
    if (const auto* form = entry.story->form())
        for (const auto& answer : form->answers)
            if (const auto* files = std::get_if<record::Files>(&answer.value))
                words[answer.item] = files_of(entry, *files);
}

Html picture_of_file(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file, const std::string& in_words) {
    return shown_as(file) == Shown::Picture ? html("<img class=\"app-picture\" src=\"{}\" alt=\"{}\">", shown_path(open, story, file), in_words) : Html();
}

bool is_picture(const record::File& file) { return shown_as(file) == Shown::Picture; }

Result<Bytes> bytes_of_file(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number) {
    auto file = TRY(file_of(house, open, story, number));
    return std::move(file.bytes);
}

bool names_file(const record::StoryEntry& story, std::string_view number) {
    const auto* form = story.form();
    const auto files = form ? form->files() : std::vector<record::File>();
    return std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.number.hex() == number; });
}

Response file_answer(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number) {
    auto file = file_of(house, open, story, number);
    return file ? answer_of(std::move(*file), "attachment") : not_found(house);
}

std::vector<http::Route> entry_files_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/files/{file}", http::Reach::Worker, to(give_file)},
            {http::Method::Get, "/children/{child}/entries/{entry}/files/{file}/shown", http::Reach::Worker, to(show_file)}};
}

} // namespace lifestory::web::pages
