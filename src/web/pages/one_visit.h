// One visit to several children (pages.md 6.5, "Reece too"; docs/decisions/0016): each child's part is a draft of its own, and what
// is the same for all is one more, typed once. Here their fields are parted and joined, and it is said which parts somebody
// writes; one_visit_page.h shows them.
//
// On the page of one child's part the fields of another child's stand beside it, named "with.RECORD." and then as they are named
// on their own page; "keep-with.RECORD.ID" keeps a finding of theirs. "version.all" and "version.with.RECORD." are the versions
// over which they were written, and "shows" names the items of what is the same for all that the page has.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

std::string prefix_of(RecordNumber child);                     // "with.RECORD."
std::string row_asked(std::string_view more);                  // the item's field, of what [Add another] says
bool is_for_all(const policy::RecordType& type, std::string_view field); // is what this field says the same for all?

struct Parted {
    desk::Fields own, for_all;
};
Parted parted(const policy::RecordType& type, const desk::Fields& fields);

// Fields of another child's part, as they stand beside the first; and back.
desk::Fields beside(const desk::Fields& fields, const std::string& prefix);
desk::Fields taken_from_beside(const desk::Fields& fields, const std::string& prefix);
desk::Fields without_those_beside(const desk::Fields& fields);

// The records of the children beside this part, without what was put away.
std::vector<RecordNumber> children_beside(const House& house, const desk::Draft& for_all, DraftId part);

// The other parts that this caller writes too, signed or not, and each record looked over: no look is noted.
struct OtherPart {
    desk::Draft draft;
    access::OpenRecord open;
};
std::vector<OtherPart> other_parts(const House& house, const Caller& caller, const desk::Draft& part);

// First names of these children that stand in the words, as whole words.
std::vector<std::string> names_in(const std::string& words, const std::vector<OtherPart>& others);

// Brothers and sisters of the family whom this caller may record such a visit for; and of these, who have no part yet.
std::vector<access::OpenRecord> brothers_and_sisters(const House& house, const Caller& caller, const access::OpenRecord& open, const policy::RecordType& type);
std::vector<access::OpenRecord> could_be_visited_too(const House& house, const Caller& caller, const DraftView& view);

// From now on these children are visited too. None: they are not to be visited by this caller, or more was written meanwhile.
Result<desk::Draft> visit_together(const House& house, const Caller& caller, const desk::Draft& draft, const std::vector<RecordNumber>& children);

} // namespace lifestory::web::pages
