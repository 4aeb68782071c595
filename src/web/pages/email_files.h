// An e-mail that is put in as a file (.eml, or Outlook's .msg, beside which it is kept as .eml): what was with it is kept beside it, each judged like any file; who sent it,
// when and its words go into the note where nothing stands yet, and the note says that they were taken from there.
#pragma once

#include "web/http/router.h"
#include "web/pages/draft_view.h"
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

// The draft's fields with what these files say of themselves, where they are e-mails and nothing stands yet.
desk::Fields filled_from_emails(const House& house, const desk::Draft& draft, desk::Fields fields, const std::vector<record::File>& kept);
Html taken_from_emails(const House& house, const DraftView& view); // what in the draft still stands as an e-mail says it, and what of one was left out; empty: none

Html emails_of(const House& house, const http::Call& call, const ItemOfDraft& of); // on the page of a draft's files; empty where there is none

std::vector<http::Route> email_files_routes(const House& house);

} // namespace lifestory::web::pages
