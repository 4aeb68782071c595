#include "web/pages/draft_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/file_kind.h"
#include "web/html/components.h"
#include "web/http/multipart.h"
#include "web/pages/about_child.h"
#include "web/pages/arriving_files.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/email_files.h"
#include "web/pages/file_lines.h"
#include "web/pages/record_items.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// A browser posts an empty part for a box in which nothing was chosen.
std::vector<const http::Upload*> chosen_files(const Call& call) {
    std::vector<const http::Upload*> all;
    for (const auto& upload : call.form.uploads)
        if (upload.field == files_box && (!upload.file_name.empty() || upload.content().length > 0))
            all.push_back(&upload);
    return all;
}

// Piece by piece, so that a film is never whole in memory.
Result<ledger::NamedFile> keep_long(const House& house, const ledger::ArrivingFile& file, const LongBytes& bytes) {
    TRY(house.ledger.begin_file(file));
    Outcome outcome = Nothing{};
    std::uint64_t at = 0;
    read_on(bytes, [&](std::string_view piece) {
        auto kept = house.ledger.add_to_file(file, at, piece);
        at += piece.size();
        if (!kept)
            outcome = kept.refusals();
        return kept ? Reading::GoesOn : Reading::IsEnough;
    });
    auto finished = outcome ? house.ledger.finish_file(file.record, file.file) : Result<ledger::NamedFile>(outcome.refusals());
    if (!finished)
        house.ledger.drop_file(file.record, file.file);
    return finished;
}

Result<std::vector<record::File>> keep_upload(const House& house, const desk::Draft& draft, const http::Upload& upload) {
    const auto name = clean_file_name(upload.file_name);
    const auto bytes = upload.content();
    const auto kind = TRY(casework::kind_of_file(bytes, name));
    const auto attachments = TRY(judge_attachments(house, bytes, kind, name));
    const auto number = FileNumber::random();
    auto named = bytes.length <= ledger::file_piece ? house.ledger.keep_file({*draft.record, number, draft.form, whole(bytes)})
                                                    : keep_long(house, {*draft.record, number, draft.form, {}, house.now(), 0}, bytes);
    if (!named)
        return refuse(named.refusal().code, name + ": " + named.refusal().message, files_box);
    return keep_with_attachments(house, draft, file_of(*named, name, kind), attachments);
}

struct KeptUploads {
    std::vector<record::File> files;
    Refusals refused;
};

KeptUploads keep_uploads(const House& house, const desk::Draft& draft, const LookedAt& looked) {
    KeptUploads kept{{}, looked.refused};
    for (const auto* upload : looked.good) {
        auto files = keep_upload(house, draft, *upload);
        if (files)
            kept.files.insert(kept.files.end(), files->begin(), files->end());
        else
            kept.refused.insert(kept.refused.end(), files.refusals().begin(), files.refusals().end());
    }
    return kept;
}

// A page that was posted again brings what it brought before.
bool is_with_already(const std::vector<std::string>& lines, const record::File& file) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
        auto there = file_in_line(line);
        return there && there->sha256 == file.sha256 && there->name == file.name;
    });
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

Response show_files(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    return of ? files_page(house, call, *of, {}) : not_found(house);
}

Response put(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    auto refused = put_files(house, call, of->draft, *of->item, of->draft.fields, look_at_uploads(house, call));
    if (refused.empty())
        return redirect(of->files_path());
    auto now = item_written(house, call);
    return files_page(house, call, now ? *now : *of, refused);
}

Response take_away(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    auto lines = of->lines();
    auto number = call.form.get("file");
    auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return !number.empty() && line.starts_with(number); });
    if (found == lines.end())
        return redirect(of->files_path()); // pressed twice
    auto file = file_in_line(*found);
    lines.erase(found);
    auto saved = save_lines(house, call, of->draft, of->draft.fields, of->field_name(), lines);
    if (!saved)
        return files_page(house, call, *of, saved.refusals());
    if (file && waits_for(house, of->draft, file->number))
        house.ledger.drop_file(*of->draft.record, file->number);
    return redirect(of->files_path());
}

} // namespace

std::optional<std::string> item_with_files(std::string_view then) {
    constexpr std::string_view press = "files:";
    return then.starts_with(press) ? std::optional(std::string(then.substr(press.size()))) : std::nullopt;
}

LookedAt look_at_uploads(const House& house, const Call& call) {
    LookedAt looked;
    if (call.form.uploads.size() > http::most_files) {
        looked.refused.push_back(
            refuse("too-many-files", fmt::format("These are more than {} files. Put in {} at once, and the others after them.", http::most_files, http::most_files), files_box));
        return looked;
    }
    for (const auto* upload : chosen_files(call)) {
        if (auto kind = judge_file(house, upload->content(), clean_file_name(upload->file_name)); !kind)
            looked.refused.push_back(kind.refusal());
        else
            looked.good.push_back(upload);
    }
    if (looked.good.empty() && looked.refused.empty())
        looked.refused.push_back(refuse("missing", "Choose a file", files_box));
    return looked;
}

Refusals put_files(const House& house, const Call& call, const desk::Draft& draft, const policy::Item& item, desk::Fields fields, const LookedAt& looked) {
    auto kept = keep_uploads(house, draft, looked);
    if (kept.files.empty())
        return kept.refused;
    auto now = house.desk.draft(draft.draft); // looking at them takes minutes: somebody may have written since
    if (!now || now->version == draft.version)
        now = draft;
    else
        fields = now->fields;
    const auto name = pages::name_of(item) + ".files";
    auto lines = lines_of(field(fields, name));
    const auto before = lines;
    for (const auto& file : kept.files)
        if (is_with_already(before, file))
            house.ledger.drop_file(*draft.record, file.number);
        else
            lines.push_back(line_of(file));
    auto saved = save_lines(house, call, *now, filled_from_emails(house, *now, std::move(fields), kept.files), name, lines);
    if (!saved && saved.refusal().code != written_meanwhile)
        for (const auto& file : kept.files)
            house.ledger.drop_file(*draft.record, file.number);
    if (!saved)
        kept.refused.insert(kept.refused.end(), saved.refusals().begin(), saved.refusals().end());
    return kept.refused;
}

Response files_page(const House& house, const Call& call, const ItemOfDraft& of, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Files with your " + within_a_sentence(of.type->name);
    frame.heading = frame.act;
    frame.back = BackLink{of.draft_path(), "The words"};
    frame.refusals = refusals;
    PostForm form{of.files_path(), caller.session.csrf, "", file_box(refusals) + button({"Put it with this"}), "", "", {}};
    form.attributes.add("enctype", "multipart/form-data");
    form.attributes.add("data-arriving", arriving_path(of).text());
    auto words = html("<p class=\"govuk-body\">They are kept, sealed, and become part of the record when you sign. If you throw the draft away they go with it.</p>");
    auto others = refusals.empty() || of.lines().empty() ? Html() : html("<p class=\"govuk-body\">These are kept. Only what is named above is not with them:</p>");
    return shown(frame, words + others + kept_files(call, of) + emails_of(house, call, of) + files_that_arrive(house, call, of) + post_form(form) +
                            html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Go on with the words</a></p>", of.draft_path()));
}

Html file_box(const Refusals& refusals) {
    FileUpload box;
    box.id = box.name = files_box;
    box.takes_many = true;
    box.label.words = "Choose files";
    box.label.classes = "govuk-label--s";
    box.hint.words = fmt::format("Photographs, scans, PDF, Word, sound or film; {} MB at once. What is larger stays elsewhere: say where.",
                                 ledger::longest_file >> 20);
    std::string words;
    for (const auto& refusal : refusals)
        if (refusal.field == files_box)
            words += (words.empty() ? "" : " ") + refusal.message;
    box.error.words = words;
    return file_upload(box);
}

// Also of what was signed without them. A draft that is signed and forgotten has no file that waits.
void drop_files_of_gone_drafts(const House& house) {
    for (const auto& file : house.ledger.waiting_files())
        if (!house.desk.draft_of_form(file.form))
            house.ledger.drop_file(file.record, file.file);
    drop_files_given_up(house);
}

std::vector<http::Route> draft_files_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/drafts/{draft}/files/{item}", http::Reach::Worker, to(show_files)},
            {http::Method::Post, "/drafts/{draft}/files/{item}", http::Reach::Worker, to(put), upload_limit},
            {http::Method::Post, "/drafts/{draft}/files/{item}/removal", http::Reach::Worker, to(take_away)}};
}

} // namespace lifestory::web::pages
