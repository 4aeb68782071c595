#include "web/pages/draft_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/file_kind.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/file_lines.h"
#include "web/pages/record_items.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr const char* box_name = "files";
constexpr std::size_t longest_name = 200; // letters

// A browser posts an empty part for a box in which nothing was chosen.
std::vector<const http::Upload*> chosen_files(const Call& call) {
    std::vector<const http::Upload*> all;
    for (const auto& upload : call.form.uploads)
        if (upload.field == box_name && (!upload.file_name.empty() || !upload.bytes.empty()))
            all.push_back(&upload);
    return all;
}

std::string name_of(const http::Upload& upload) {
    auto clean = clean_text(upload.file_name);
    auto name = clean ? trim(*clean) : std::string();
    std::replace(name.begin(), name.end(), '\n', ' ');
    return name.empty() ? "file" : first(name, longest_name);
}

struct ItemOfDraft {
    desk::Draft draft;
    const policy::RecordType* type = nullptr;
    const policy::Item* item = nullptr;

    std::string field_name() const { return pages::name_of(*item) + ".files"; }
    std::vector<std::string> lines() const { return lines_of(field(draft.fields, field_name())); }
};

// A file is kept in a child's record: there is none before a child is chosen.
Result<ItemOfDraft> item_opened(const House& house, const Call& call) {
    ItemOfDraft found{TRY(own_draft(house, call)), nullptr, nullptr};
    found.type = house.pack().record_type(found.draft.record_type);
    found.item = found.type ? found.type->item(call.parameter("item")) : nullptr;
    if (!found.item || found.item->type != policy::ItemType::Attachment || !found.draft.record || found.draft.signed_as || found.draft.put_away)
        return refuse("not-found", "Page not found");
    return found;
}

Url files_path(const ItemOfDraft& of) { return path("/drafts/{}/files/{}", of.draft.draft.hex(), of.item->id); }
Url draft_path(const ItemOfDraft& of) { return path("/drafts/{}", of.draft.draft.hex()); }

Outcome save_lines(const House& house, const Call& call, const desk::Draft& draft, desk::Fields fields, const std::string& name,
                   const std::vector<std::string>& lines) {
    fields[name] = join(lines, "\n");
    if (lines.empty())
        fields.erase(name);
    TRY(house.desk.save({draft.draft, draft.version, fields, draft.stopped_at, call.caller<Caller>().writer(), house.now()}));
    return Nothing{};
}

Result<std::vector<record::File>> keep_uploads(const House& house, const Call& call, const desk::Draft& draft) {
    TRY(check_uploads(call));
    std::vector<record::File> kept;
    for (const auto* upload : chosen_files(call)) {
        const auto number = FileNumber::random();
        auto named = house.ledger.keep_file({*draft.record, number, draft.form, upload->bytes});
        if (!named) {
            for (const auto& before : kept)
                house.ledger.drop_file(*draft.record, before.number);
            return refuse(named.refusal().code, named.refusal().message, std::string(box_name));
        }
        auto kind = TRY(casework::kind_of_file(upload->bytes, name_of(*upload)));
        kept.push_back({number, name_of(*upload), std::string(kind.name), static_cast<std::uint32_t>(named->length), to_hex(view(named->sha256))});
    }
    return kept;
}

Html kept_files(const Call& call, const ItemOfDraft& of) {
    Html rows;
    for (const auto& line : of.lines()) {
        auto file = file_in_line(line);
        if (!file)
            continue;
        PostForm away{path("/drafts/{}/files/{}/removal", of.draft.draft.hex(), of.item->id), call.caller<Caller>().session.csrf, "", {}, "", "", {}};
        Button take{html("Take it away<span class=\"govuk-visually-hidden\">: {}</span>", file->name)};
        take.classes = "govuk-button--secondary";
        away.content = hidden_input("file", file->number.hex()) + button(take);
        rows += html("<li><strong>{}</strong> ({}){}</li>", file->name, in_words(*file), post_form(away));
    }
    return rows.empty() ? html("<p class=\"govuk-body\">No file is with it yet.</p>") : html("<ul class=\"govuk-list\">{}</ul>", rows);
}

Response files_page(const House& house, const Call& call, const ItemOfDraft& of, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Files with your " + within_a_sentence(of.type->name);
    frame.heading = frame.act;
    frame.back = BackLink{draft_path(of), "The words"};
    frame.refusals = refusals;
    PostForm form{files_path(of), caller.session.csrf, "", file_box(refusals) + button({"Put it with this"}), "", "", {}};
    form.attributes.add("enctype", "multipart/form-data");
    auto words = html("<p class=\"govuk-body\">They are kept, sealed, and become part of the record when you sign. If you throw the draft away they go with it.</p>");
    return shown(frame, words + kept_files(call, of) + post_form(form) +
                            html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Go on with the words</a></p>", draft_path(of)));
}

Response show_files(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    return of ? files_page(house, call, *of, {}) : not_found(house);
}

Response put(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    auto kept = put_files(house, call, of->draft, *of->item, of->draft.fields);
    return kept ? redirect(files_path(*of)) : files_page(house, call, *of, kept.refusals());
}

Response take_away(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    auto lines = of->lines();
    auto number = call.form.get("file");
    auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return !number.empty() && line.starts_with(number); });
    if (found == lines.end())
        return redirect(files_path(*of)); // pressed twice
    auto file = file_in_line(*found);
    lines.erase(found);
    auto saved = save_lines(house, call, of->draft, of->draft.fields, of->field_name(), lines);
    if (!saved)
        return files_page(house, call, *of, saved.refusals());
    if (file)
        house.ledger.drop_file(*of->draft.record, file->number);
    return redirect(files_path(*of));
}

} // namespace

std::optional<std::string> item_with_files(std::string_view then) {
    constexpr std::string_view press = "files:";
    return then.starts_with(press) ? std::optional(std::string(then.substr(press.size()))) : std::nullopt;
}

Outcome check_uploads(const Call& call) {
    auto files = chosen_files(call);
    Refusals refusals;
    for (const auto* upload : files)
        if (auto kind = casework::kind_of_file(upload->bytes, name_of(*upload)); !kind)
            refusals.push_back(refuse(kind.refusal().code, kind.refusal().message, std::string(box_name)));
    if (files.empty())
        refusals.push_back(refuse("missing", "Choose a file", std::string(box_name)));
    if (!refusals.empty())
        return refusals;
    return Nothing{};
}

Outcome put_files(const House& house, const Call& call, const desk::Draft& draft, const policy::Item& item, desk::Fields fields) {
    auto kept = TRY(keep_uploads(house, call, draft));
    const auto name = pages::name_of(item) + ".files";
    auto lines = lines_of(field(fields, name));
    for (const auto& file : kept)
        lines.push_back(line_of(file));
    auto saved = save_lines(house, call, draft, std::move(fields), name, lines);
    if (!saved)
        for (const auto& file : kept)
            house.ledger.drop_file(*draft.record, file.number);
    return saved;
}

Html file_box(const Refusals& refusals) {
    FileUpload box;
    box.id = box.name = box_name;
    box.takes_many = true;
    box.label.words = "Choose files";
    box.label.classes = "govuk-label--s";
    box.hint.words = fmt::format("Photographs, scans, PDF, Word, sound or film; {} MB at once. Films and long recordings are larger: keep those elsewhere, and say where.",
                                 ledger::longest_file >> 20);
    std::string words;
    for (const auto& refusal : refusals)
        if (refusal.field == box_name)
            words += (words.empty() ? "" : " ") + refusal.message;
    box.error.words = words;
    return file_upload(box);
}

// Also of what was signed without them. A draft that is signed and forgotten has no file that waits.
void drop_files_of_gone_drafts(const House& house) {
    for (const auto& file : house.ledger.waiting_files())
        if (!house.desk.draft_of_form(file.form))
            house.ledger.drop_file(file.record, file.file);
}

std::vector<http::Route> draft_files_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/drafts/{draft}/files/{item}", http::Reach::Worker, to(show_files)},
            {http::Method::Post, "/drafts/{draft}/files/{item}", http::Reach::Worker, to(put), upload_limit},
            {http::Method::Post, "/drafts/{draft}/files/{item}/removal", http::Reach::Worker, to(take_away)}};
}

} // namespace lifestory::web::pages
