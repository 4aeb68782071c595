// An item of a draft that takes files, as the pages find it that put files with it: the lines of its field, and how a file is judged.
#pragma once

#include "casework/file_kind.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

struct ItemOfDraft {
    desk::Draft draft;
    const policy::RecordType* type = nullptr;
    const policy::Item* item = nullptr;

    std::string field_name() const;
    std::vector<std::string> lines() const;
    Url files_path() const; // the page on which files are put with it
    Url draft_path() const;
};

// A file is kept in a child's record: there is none before a child is chosen.
Result<ItemOfDraft> item_opened(const House& house, const http::Call& call);
Result<ItemOfDraft> item_written(const House& house, const http::Call& call); // without a look at the record: to be added to, not read
// The lines stand in the form as hidden inputs, and anybody can write one: a file is read or dropped only where it waits for this draft's form.
bool waits_for(const House& house, const desk::Draft& draft, FileNumber file);
// Refuses `written_meanwhile` where somebody else changed these lines since: then both are kept, for a person to settle, and no file of them may go.
constexpr const char* written_meanwhile = "written-meanwhile";
Outcome save_lines(const House& house, const http::Call& call, const desk::Draft& draft, desk::Fields fields, const std::string& name,
                   const std::vector<std::string>& lines);

constexpr const char* files_box = "files"; // the field at which a file is refused
// How long it is, what it is by its bytes, and the scanner's word on it; refused at that field.
Result<casework::FileKind> judge_file(const House& house, const LongBytes& bytes, const std::string& name);
std::string clean_file_name(std::string_view sent);
record::File file_of(const ledger::NamedFile& named, const std::string& name, const casework::FileKind& kind);

} // namespace lifestory::web::pages
