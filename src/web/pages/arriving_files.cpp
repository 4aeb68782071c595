#include "web/pages/arriving_files.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/email_files.h"
#include "web/pages/file_lines.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using ledger::ArrivingFile;

constexpr std::chrono::days kept_for{7};
constexpr std::size_t longest_mark = 200;

// What its sender said of it: by these it is known again when it is chosen anew. The name comes last, and may hold anything but a line end.
struct Said {
    std::string item, mark, name;
    std::uint64_t length = 0;
};

std::optional<std::uint64_t> count_in(std::string_view digits) {
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return !digits.empty() && error == std::errc() && end == digits.data() + digits.size() ? std::optional(count) : std::nullopt;
}

std::string words_of(const Said& said) { return fmt::format("{}\n{}\n{}\n{}", said.item, said.mark, said.length, said.name); }

std::optional<Said> said_of(const House& house, const ArrivingFile& file) {
    auto words = house.ledger.open_beside(file.record, file.said);
    const auto lines = words ? split(*words, '\n') : std::vector<std::string>();
    const auto length = lines.size() == 4 ? count_in(lines[2]) : std::nullopt;
    return length ? std::optional(Said{lines[0], lines[1], lines[3], *length}) : std::nullopt;
}

struct Arriving {
    ArrivingFile file;
    Said said;
};

std::vector<Arriving> arriving_with(const House& house, const ItemOfDraft& of) {
    std::vector<Arriving> all;
    for (auto& file : house.ledger.arriving_files())
        if (file.form == of.draft.form && file.record == *of.draft.record)
            if (auto said = said_of(house, file); said && said->item == of.item->id)
                all.push_back({std::move(file), *said});
    return all;
}

Result<Arriving> arriving_at(const House& house, const Call& call, const ItemOfDraft& of) {
    for (auto& one : arriving_with(house, of))
        if (one.file.file.hex() == call.parameter("file"))
            return one;
    return refuse("not-found", "That file was given up, or is with the draft already. Choose it again.");
}

Response told(const JsonObject& words, int status = 200) { return http::json(to_text(words), status); }
Response refused(const Refusal& refusal) { return told({{"message", refusal.message}, {"code", refusal.code}}, refusal.code == "not-found" ? 404 : 422); }
Response told_how_much(FileNumber file, std::uint64_t kept, int status = 200) { return told({{"file", file.hex()}, {"kept", kept}}, status); }

Result<Said> said_in(const Call& call, const ItemOfDraft& of) {
    const auto length = count_in(call.form.get("length"));
    Said said{of.item->id, first(clean_file_name(call.form.get("mark")), longest_mark), clean_file_name(call.form.get("name")), length.value_or(0)};
    if (said.length == 0)
        return refuse("file-empty", said.name + " is empty. Look at it where it came from, and put it here again.");
    if (said.length > ledger::longest_file)
        return refuse("file-too-large", fmt::format("{} is longer than {} MB. Keep it elsewhere, and say where; or cut it, and put the parts here.", said.name,
                                                    ledger::longest_file >> 20));
    return said;
}

// The same file chosen again goes on where it stopped.
Response begin(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    auto said = said_in(call, *of);
    if (!said)
        return refused(said.refusal());
    for (const auto& one : arriving_with(house, *of))
        if (words_of(one.said) == words_of(*said))
            return told_how_much(one.file.file, one.file.length);
    auto sealed = house.ledger.seal_beside(*of->draft.record, words_of(*said));
    if (!sealed)
        return refused(sealed.refusal());
    const ArrivingFile file{*of->draft.record, FileNumber::random(), of->draft.form, *sealed, house.now(), 0};
    if (auto begun = house.ledger.begin_file(file); !begun)
        return refused(begun.refusal());
    return told_how_much(file.file, 0);
}

// A piece whose answer was lost comes twice: the sender is told how much is here, and goes on from there.
Response take_piece(const House& house, const Call& call) {
    auto of = item_written(house, call);
    auto one = of ? arriving_at(house, call, *of) : Result<Arriving>(of.refusals());
    if (!one)
        return refused(one.refusal());
    const auto from = count_in(call.request.query.get("from"));
    if (!from || *from != one->file.length || one->file.length + call.request.body.size() > one->said.length)
        return told_how_much(one->file.file, one->file.length, 409);
    one->file.at = house.now();
    auto kept = house.ledger.add_to_file(one->file, *from, call.request.body);
    return kept ? told_how_much(one->file.file, *kept) : refused(kept.refusal());
}

struct JudgedFile {
    casework::FileKind kind;
    std::vector<JudgedAttachment> attachments;
};

Result<JudgedFile> judge(const House& house, const LongBytes& bytes, const std::string& name) {
    auto kind = TRY(judge_file(house, bytes, name));
    auto attachments = TRY(judge_attachments(house, bytes, kind, name));
    return JudgedFile{std::move(kind), std::move(attachments)};
}

// What is refused for what it is goes; what only cannot be judged now stays, and its end is said again.
Result<std::vector<record::File>> judge_and_keep(const House& house, const ItemOfDraft& of, const Arriving& one) {
    auto bytes = TRY(house.ledger.read_arriving(one.file.record, one.file.file));
    auto judged = judge(house, bytes, one.said.name);
    if (!judged) {
        if (judged.refusal().code != "scanner-silent" && judged.refusal().code != "busy")
            house.ledger.drop_file(one.file.record, one.file.file);
        return judged.refusals();
    }
    auto named = TRY(house.ledger.finish_file(one.file.record, one.file.file));
    return keep_with_attachments(house, of.draft, file_of(named, one.said.name, judged->kind), judged->attachments);
}

bool is_named(const ItemOfDraft& of, FileNumber file) {
    const auto lines = of.lines();
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.starts_with(file.hex()); });
}

// The program ended after the file was whole and before the draft named it: it waits, and who sent it says its name again.
Result<std::vector<record::File>> keep_what_waits(const House& house, const Call& call, const ItemOfDraft& of, FileNumber file) {
    const auto waiting = house.ledger.waiting_files();
    if (std::find(waiting.begin(), waiting.end(), ledger::WaitingFile{*of.draft.record, file, of.draft.form}) == waiting.end())
        return refuse("not-found", "That file was given up. Choose it again.");
    const auto kept = TRY(house.ledger.open_file(*of.draft.record, file));
    const auto name = clean_file_name(call.form.get("name"));
    auto judged = judge(house, kept.bytes, name);
    if (!judged) {
        if (judged.refusal().code != "scanner-silent")
            house.ledger.drop_file(*of.draft.record, file);
        return judged.refusals();
    }
    return keep_with_attachments(house, of.draft, file_of(kept.named, name, judged->kind), judged->attachments);
}

Response is_with(const ItemOfDraft& of) { return told({{"next", of.files_path().text()}, {"draft", of.draft_path().text()}}); }

// The draft as it stands now: looking at a file takes minutes, and another may have come meanwhile.
Response put_with(const House& house, const Call& call, ItemOfDraft of, const std::vector<record::File>& kept) {
    if (auto now = house.desk.draft(of.draft.draft); now && now->record == of.draft.record)
        of.draft = *now;
    if (is_named(of, kept.front().number)) { // its end was said twice, and the other was first
        for (std::size_t i = 1; i < kept.size(); ++i)
            house.ledger.drop_file(*of.draft.record, kept[i].number);
        return is_with(of);
    }
    auto lines = of.lines();
    for (const auto& file : kept)
        lines.push_back(line_of(file));
    auto saved = save_lines(house, call, of.draft, filled_from_emails(house, of.draft, of.draft.fields, kept), of.field_name(), lines);
    if (saved)
        return is_with(of);
    if (saved.refusal().code != written_meanwhile)
        for (const auto& file : kept)
            house.ledger.drop_file(*of.draft.record, file.number);
    return refused(saved.refusal());
}

// Said again after its answer was lost, it says the same.
Response end(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    auto number = FileNumber::parse(call.parameter("file"));
    if (!of || !number)
        return refused(of ? number.refusal() : of.refusal());
    if (is_named(*of, *number))
        return is_with(*of);
    auto one = arriving_at(house, call, *of);
    if (one && one->file.length != one->said.length)
        return told_how_much(one->file.file, one->file.length, 409);
    auto kept = one ? judge_and_keep(house, *of, *one) : keep_what_waits(house, call, *of, *number);
    if (kept)
        return put_with(house, call, std::move(*of), *kept);
    auto meanwhile = kept.refusal().code == "not-found" ? item_opened(house, call) : of;
    return meanwhile && is_named(*meanwhile, *number) ? is_with(*meanwhile) : refused(kept.refusal());
}

Response give_up(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    if (auto one = arriving_at(house, call, *of))
        house.ledger.drop_file(one->file.record, one->file.file);
    return redirect(of->files_path());
}

} // namespace

Url arriving_path(const ItemOfDraft& of) { return path("/drafts/{}/files/{}/arriving", of.draft.draft.hex(), of.item->id); }

Html files_that_arrive(const House& house, const Call& call, const ItemOfDraft& of) {
    Html rows;
    for (const auto& one : arriving_with(house, of)) {
        PostForm away{path("/drafts/{}/files/{}/arriving/{}/removal", of.draft.draft.hex(), of.item->id, one.file.file.hex()), call.caller<Caller>().session.csrf, "", {}, "", "", {}};
        Button give{html("Give it up<span class=\"govuk-visually-hidden\">: {}</span>", one.said.name)};
        give.classes = "govuk-button--secondary";
        away.content = button(give);
        rows += html("<li><strong>{}</strong>: {} of {} are here. Choose it again below, and it goes on from there.{}</li>", one.said.name,
                     size_in_words(one.file.length), size_in_words(one.said.length), post_form(away));
    }
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Not all here yet</h2><ul class=\"govuk-list\">{}</ul>", rows);
}

bool is_still_arriving(const House& house, const desk::Draft& draft, const policy::RecordType& type) {
    return draft.record && std::any_of(type.items.begin(), type.items.end(), [&](const auto& item) {
        return item.type == policy::ItemType::Attachment && !arriving_with(house, {draft, &type, &item}).empty();
    });
}

void drop_files_given_up(const House& house) {
    for (const auto& file : house.ledger.arriving_files())
        if (!house.desk.draft_of_form(file.form) || file.at + kept_for < house.now())
            house.ledger.drop_file(file.record, file.file);
}

std::vector<http::Route> arriving_files_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Post, "/drafts/{draft}/files/{item}/arriving", http::Reach::Worker, to(begin)},
            {http::Method::Post, "/drafts/{draft}/files/{item}/arriving/{file}", http::Reach::Worker, to(take_piece)},
            {http::Method::Post, "/drafts/{draft}/files/{item}/arriving/{file}/end", http::Reach::Worker, to(end)},
            {http::Method::Post, "/drafts/{draft}/files/{item}/arriving/{file}/removal", http::Reach::Worker, to(give_up)}};
}

} // namespace lifestory::web::pages
