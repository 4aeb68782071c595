// The steps that every handler shares: open a record, act on it, append, and answer. A handler reads as these steps.
#pragma once

#include <memory>
#include <string>

#include "casework/act.h"
#include "policy/judge.h"
#include "policy/occurrences.h"
#include "web/http/form.h"
#include "web/pages/caller.h"

namespace lifestory::web::pages {

// The record at {child}, opened by this caller, the look noted; refused as "not-found" for every cause.
Result<access::OpenRecord> open_child(const House& house, const http::Call& call);
// The same with the entry at {entry}.
Result<access::OpenRecord> open_entry(const House& house, const http::Call& call);
EntryId entry_at(const http::Call& call);  // zero when it is no number

// A table of routes names its functions; each is given the house beside the call.
using Answering = http::Response (*)(const House&, const http::Call&);
inline auto handlers_of(const House& house) {
    return [&house](Answering answer) { return http::Handler([&house, answer](const http::Call& call) { return answer(house, call); }); };
}

casework::Act act_of(const House& house, const Caller& caller);
record::JudgedBy judged_by(const House& house);

// Decides anew and appends what an act wrote. `what` says on which record type, for the pack's permissions.
Result<ledger::Appended> append(const House& house, const Caller& caller, const access::OpenRecord& open, access::Act act,
                                const access::What& what, FormNumber form, const casework::Writing& writing);
access::What on_type(const House& house, std::string_view record_type); // the type and all it is like, "entry", "record"

FormNumber form_number(const http::Call& call); // of the field form_number; a fresh one when it is none
std::string said(const http::Call& call, std::string_view field); // of the form, as clean text, trimmed
http::Response shown(const PageFrame& frame, const Html& main); // 422 when the frame has refusals
http::Response redirect(const Url& to);
// To a page that says once what was done: the words stand in a short-lived cookie-free query code.
Url done(const Url& to, std::string_view code); // "?done=signed"
std::string done_code(const http::Call& call);

// The policy's view of this child: statuses, obligations. Computed from the open record, now.
struct Judged {
    std::shared_ptr<const policy::Timeline> timeline = std::make_shared<policy::Timeline>();
    std::vector<policy::Spell> statuses;
    std::vector<policy::Obligation> obligations;
    mutable std::shared_ptr<const policy::Life> life{}; // sorted when it is first asked of
};
Judged judge(const House& house, const access::OpenRecord& open);
std::vector<policy::Spell> statuses_of(const House& house, const access::OpenRecord& open); // alone: half of the work
policy::Circumstances circumstances(const House& house, const Judged& judged, calendar::Day day, const policy::Happening* entry = nullptr);

} // namespace lifestory::web::pages
