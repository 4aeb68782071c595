// A meeting as it is prepared: its drafts as this caller may write them, each child's part with the record it is of, and what is the same for all. Who is asked, and
// what is said of them, is read from their fields and written back to them (asked_people.h); what was sent stands in each child's record as a note.
#pragma once

#include "casework/letter_from_record.h"
#include "casework/note_sending.h"
#include "web/pages/asked_people.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

struct MeetingPart {
    desk::Draft draft; // as it is kept: without what is the same for all
    access::OpenRecord open;
};

struct PreparedMeeting {
    DraftView view;                 // of the draft by which it was reached
    std::vector<MeetingPart> parts; // that one first; those that this caller writes and are not signed
    std::optional<desk::Draft> apart; // what is the same for all; none of a meeting about one child
    std::vector<Known> known;         // named as the first of the children knows them, whichever child's page asks

    desk::Fields& for_all() { return apart ? apart->fields : parts.front().draft.fields; }
    const desk::Fields& for_all() const { return apart ? apart->fields : parts.front().draft.fields; }
    std::string noun() const; // "core group"
};

// Refused as "not-found": no meeting, signed, put away, or not this caller's to write.
Result<PreparedMeeting> prepared_meeting(const House& house, const Caller& caller, const desk::Draft& draft);
Outcome save_meeting(const House& house, const Caller& caller, PreparedMeeting& meeting); // those drafts whose fields changed

std::vector<Guest> guests_of(const PreparedMeeting& meeting, const Caller& caller); // everybody who can be asked, and who was

casework::MeetingToCome to_come(const PreparedMeeting& meeting, const Guest& guest); // as an invitation to them says it

// A note in each child's record of those of whom its own part says that they may hear about it. The same form writes each once.
struct AskedNow {
    std::vector<Guest> guests;
    std::string how;
    calendar::Day on{};
};
Outcome note_invitations(const House& house, const Caller& caller, const PreparedMeeting& meeting, FormNumber form, const AskedNow& asked);

// Of a letter that is signed: who it goes to was asked by it. Nothing of a letter that is no such invitation.
void note_letter_of_invitation(const House& house, const Caller& caller, const DraftView& letter);
inline constexpr std::string_view asks_to = "asks-to", asks_whom = "asks-whom", asks_who = "asks-who"; // fields of such a letter: the meeting's draft, the guest

FormNumber form_for(FormNumber form, const std::string& what);   // one form that writes several things: of each the same number again
FormNumber form_of_record(FormNumber form, RecordNumber record); // each child's record is another book: of one form each has a number of its own

} // namespace lifestory::web::pages
