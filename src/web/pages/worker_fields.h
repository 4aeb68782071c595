// What the administrator's pages on workers, teams and accounts share: fields that choose a role, a team or a manager, roles in
// plain words, and the keeping of what was written in the authority's stream.
#pragma once

#include "casework/register.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

std::string role_name(const House& house, const std::string& role); // "Social Worker"
std::string role_in_words(access::Role role);                       // "works with the children who are allocated to them"
std::optional<access::Role> role_of_worker(const House& house, const record::Worker& worker);

Html role_choice(const House& house, const Asked& asked);
Html pick(const Asked& asked, const std::string& name, std::string_view label, const Choosable& choices, std::string_view hint = {});
inline constexpr std::string_view nobody_chosen = "none"; // no team; nobody above
Choosable teams_to_choose(const record::Authority& authority);
Choosable managers_to_choose(const House& house, const record::Authority& authority, WorkerNumber below);
bool is_among(const Choosable& choices, const std::string& value);

Html since_which_day(const Asked& asked, std::string_view legend, std::string_view hint = {});
void write_day(desk::Fields& fields, const std::string& name, calendar::Day day); // into the three boxes

// The day in the boxes NAME; refused in words when it is missing or no day.
Result<calendar::Day> day_in(const desk::Fields& fields, const std::string& name, std::string_view if_missing);

struct WorkerAt {
    std::shared_ptr<const record::Authority> authority;
    const record::Worker* worker = nullptr; // of it
};
// The worker at {worker}; none: no such worker.
std::optional<WorkerAt> worker_at(const House& house, const http::Call& call);

// A page of one form of the administrator's; what was typed stands in `content`.
struct AdministratorsPage {
    std::string title;
    Html before, content, after;
    std::string button, button_classes;
    Url action, back;
    std::string back_words;
};
http::Response administrators_page(const House& house, const http::Call& call, const AdministratorsPage& page, const Refusals& refusals);

// Appends what an act wrote and goes on to `to`; pressed twice, it was kept the first time. Refused in words: the page again.
http::Response keep_in_authority(const House& house, const http::Call& call, const Result<casework::Writing>& writing, const Url& to,
                                 const PageAgain& again);

// A number of its own for what this form makes: the same when it is sent twice.
Bytes number_of_form(const http::Call& call, std::string_view of);

} // namespace lifestory::web::pages
