// An e-mail that is put in as a file (.eml, or Outlook's .msg, beside which it is kept as .eml): what was with it is kept beside it, each judged like any file; who sent it, when and its words are shown, and go into
// the note by a press, where nothing stands yet.
#pragma once

#include "web/http/router.h"
#include "web/pages/item_of_draft.h"

namespace lifestory::web::pages {

// What was with an e-mail, judged before anything of it is kept; of any other file nothing. What is none that we keep stays inside the e-mail. Refused where one
// of them harms computers, or cannot be judged now.
struct JudgedAttachment {
    std::string name;
    Bytes bytes;
    casework::FileKind kind;
};
Result<std::vector<JudgedAttachment>> judge_attachments(const House& house, const LongBytes& bytes, const casework::FileKind& kind, const std::string& name);

// The files with which a draft holds this one: itself, and what was with it. Refused with nothing left of any.
Result<std::vector<record::File>> keep_with_attachments(const House& house, const desk::Draft& draft, const record::File& file,
                                                        const std::vector<JudgedAttachment>& attachments);

Html emails_of(const House& house, const http::Call& call, const ItemOfDraft& of); // on the page of a draft's files; empty where there is none

std::vector<http::Route> email_files_routes(const House& house);

} // namespace lifestory::web::pages
