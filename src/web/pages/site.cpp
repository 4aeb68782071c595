#include "web/html/assets.h"
#include "web/pages/account.h"
#include "web/pages/addition.h"
#include "web/pages/allocation.h"
#include "web/pages/api.h"
#include "web/pages/arriving_files.h"
#include "web/pages/caller.h"
#include "web/pages/child.h"
#include "web/pages/chronology.h"
#include "web/pages/comment.h"
#include "web/pages/correction.h"
#include "web/pages/correction_told.h"
#include "web/pages/decisions.h"
#include "web/pages/differences.h"
#include "web/pages/disagreements.h"
#include "web/pages/belongings.h"
#include "web/pages/documents.h"
#include "web/pages/draft_entries.h"
#include "web/pages/draft_files.h"
#include "web/pages/draft_return.h"
#include "web/pages/drafts.h"
#include "web/pages/drawing.h"
#include "web/pages/due.h"
#include "web/pages/email_files.h"
#include "web/pages/emergency.h"
#include "web/pages/entry.h"
#include "web/pages/entry_files.h"
#include "web/pages/fact_change.h"
#include "web/pages/facts.h"
#include "web/pages/feed.h"
#include "web/pages/find.h"
#include "web/pages/first.h"
#include "web/pages/genogram.h"
#include "web/pages/handover.h"
#include "web/pages/holidays.h"
#include "web/pages/home.h"
#include "web/pages/home_of_family.h"
#include "web/pages/joining.h"
#include "web/pages/lateness.h"
#include "web/pages/letter_guard.h"
#include "web/pages/letter_paper.h"
#include "web/pages/letters.h"
#include "web/pages/meetings.h"
#include "web/pages/opening.h"
#include "web/pages/our_work.h"
#include "web/pages/parents_copies.h"
#include "web/pages/people.h"
#include "web/pages/person.h"
#include "web/pages/plain.h"
#include "web/pages/document_table.h"
#include "web/pages/guidance.h"
#include "web/pages/plan.h"
#include "web/pages/plan_from.h"
#include "web/pages/plans_of_meeting.h"
#include "web/pages/put_right.h"
#include "web/pages/readings.h"
#include "web/pages/release.h"
#include "web/pages/said_in_error.h"
#include "web/pages/same_visit.h"
#include "web/pages/service.h"
#include "web/pages/session.h"
#include "web/pages/sharing.h"
#include "web/pages/sign_off.h"
#include "web/pages/signing.h"
#include "web/pages/site.h"
#include "web/pages/spells.h"
#include "web/pages/start_from.h"
#include "web/pages/story.h"
#include "web/pages/summary.h"
#include "web/pages/supervision.h"
#include "web/pages/talk.h"
#include "web/pages/team.h"
#include "web/pages/team_lists.h"
#include "web/pages/teams.h"
#include "web/pages/versions.h"
#include "web/pages/who_gets_what.h"
#include "web/pages/who_is_asked.h"
#include "web/pages/words.h"
#include "web/pages/work_ending.h"
#include "web/pages/work_finished.h"
#include "web/pages/worker.h"
#include "web/pages/worker_account.h"
#include "web/pages/workers.h"
#include "web/pages/writing.h"
#include "web/pages/written_letter.h"

namespace lifestory::web::pages {

namespace {

http::Assets built_in() {
    std::vector<http::Asset> all;
    for (const auto& asset : assets())
        all.push_back({std::string(asset.path), std::string(asset.content_type), asset.bytes, asset.gzip, asset.brotli, http::Caching::Immutable});
    return http::Assets(std::move(all));
}

} // namespace

http::Site site_of(const House& house, http::Log log) {
    std::vector<http::Route> routes;
    for (auto* feature : {api_routes, session_routes, home_routes, find_routes, child_routes, writing_routes, signing_routes, drafts_routes,
                          differences_routes, draft_return_routes, team_routes, team_list_routes, sign_off_routes, account_routes, entry_routes,
                          handover_routes, addition_routes, comment_routes, correction_routes, put_right_routes, correction_told_routes,
                          supervision_routes, our_work_routes, release_routes, sharing_routes, disagreements_routes, readings_routes,
                          genogram_routes, drawing_routes, letters_routes, letter_guard_routes, letter_paper_routes, written_letter_routes, story_routes, words_routes, talk_routes, due_routes, lateness_routes, chronology_routes, facts_routes,
                          fact_change_routes, spells_routes, people_routes, person_routes, home_of_family_routes, said_in_error_routes,
                          feed_routes, holidays_routes, service_routes, plain_routes, guidance_routes, document_table_routes, emergency_routes, first_routes, allocation_routes, work_ending_routes, work_finished_routes, opening_routes,
                          same_visit_routes, documents_routes, belongings_routes, parents_copies_routes, draft_files_routes, draft_entries_routes, arriving_files_routes, email_files_routes, entry_files_routes, plan_routes, plan_from_routes, plans_of_meeting_routes, meetings_routes, decisions_routes, summary_routes, start_from_routes, versions_routes, who_gets_what_routes, who_is_asked_routes, joining_routes, workers_routes, worker_routes, worker_account_routes, teams_routes})
        for (auto& route : feature(house))
            routes.push_back(std::move(route));
    return {http::Router(std::move(routes)), built_in(), guard_of(house), trouble_pages(house), log, early_guard_of(house)};
}

} // namespace lifestory::web::pages
