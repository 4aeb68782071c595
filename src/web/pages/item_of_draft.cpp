#include "web/pages/item_of_draft.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/pages/file_lines.h"
#include "web/pages/record_items.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t longest_name = 200; // letters

Result<ItemOfDraft> item_in(const House& house, const http::Call& call, desk::Draft draft) {
    ItemOfDraft found{std::move(draft), nullptr, nullptr};
    found.type = house.pack().record_type(found.draft.record_type);
    found.item = found.type ? found.type->item(call.parameter("item")) : nullptr;
    if (!found.item || found.item->type != policy::ItemType::Attachment || !found.draft.record || found.draft.signed_as || found.draft.put_away)
        return refuse("not-found", "Page not found");
    return found;
}

Refusal at_the_box(const Refusal& refusal) { return refuse(refusal.code, refusal.message, files_box); }

} // namespace

std::string ItemOfDraft::field_name() const { return pages::name_of(*item) + ".files"; }
std::vector<std::string> ItemOfDraft::lines() const { return lines_of(field(draft.fields, field_name())); }
Url ItemOfDraft::files_path() const { return path("/drafts/{}/files/{}", draft.draft.hex(), item->id); }
Url ItemOfDraft::draft_path() const { return path("/drafts/{}", draft.draft.hex()); }

Result<ItemOfDraft> item_opened(const House& house, const http::Call& call) { return item_in(house, call, TRY(own_draft(house, call))); }

Result<ItemOfDraft> item_written(const House& house, const http::Call& call) { return item_in(house, call, TRY(written_draft(house, call))); }

bool waits_for(const House& house, const desk::Draft& draft, FileNumber file) {
    const auto waiting = house.ledger.waiting_files();
    return draft.record && std::find(waiting.begin(), waiting.end(), ledger::WaitingFile{*draft.record, file, draft.form}) != waiting.end();
}

Outcome save_lines(const House& house, const http::Call& call, const desk::Draft& draft, desk::Fields fields, const std::string& name,
                   const std::vector<std::string>& lines) {
    fields[name] = join(lines, "\n");
    if (lines.empty())
        fields.erase(name);
    const auto saved = TRY(house.desk.save({draft.draft, draft.version, fields, draft.stopped_at, call.caller<Caller>().writer(), house.now()}));
    if (std::any_of(saved.differences.begin(), saved.differences.end(), [&](const auto& one) { return one.field == name; }))
        return refuse(written_meanwhile, "The files here were changed in another window at the same moment. Open the draft, and choose there what stands.", files_box);
    return Nothing{};
}

Result<casework::FileKind> judge_file(const House& house, const LongBytes& bytes, const std::string& name) {
    if (bytes.length > ledger::longest_file)
        return refuse("file-too-large", fmt::format("{} is longer than {} MB. Keep it elsewhere, and say where; or cut it, and put the parts here.", name,
                                                    ledger::longest_file >> 20), files_box);
    auto kind = casework::kind_of_file(bytes, name);
    if (!kind)
        return at_the_box(kind.refusal());
    if (auto scanned = scan(house.scanner, bytes, name); !scanned)
        return at_the_box(scanned.refusal());
    return kind;
}

std::string clean_file_name(std::string_view sent) {
    auto clean = clean_text(sent);
    auto name = clean ? trim(*clean) : std::string();
    std::replace(name.begin(), name.end(), '\n', ' ');
    return name.empty() ? "file" : first(name, longest_name);
}

record::File file_of(const ledger::NamedFile& named, const std::string& name, const casework::FileKind& kind) {
    return {named.file, name, std::string(kind.name), static_cast<std::uint32_t>(named.length), to_hex(view(named.sha256))};
}

} // namespace lifestory::web::pages
