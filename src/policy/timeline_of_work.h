// A worker, a team or the authority as rules see it: what was signed about them in the authority's stream (supervision, a team's meeting, a
// look at the guidance), and from when on they are there. Rules `about` them are asked of these with a RuleBook of that
// Subject.
#pragma once

#include "policy/pack.h"
#include "policy/timeline.h"
#include "record/authority.h"

namespace lifestory::policy {

// Of a worker: what names them in an item of type `worker`. Empty of happenings and of teams: not known here.
Timeline timeline_of_worker(const WorkerNumber& worker, const record::Authority& authority, const Pack& pack);

// Of a team: what somebody signed who was of that team then.
Timeline timeline_of_team(const TeamNumber& team, const record::Authority& authority, const Pack& pack);

Timeline timeline_of_authority(const record::Authority& authority, const Pack& pack);

} // namespace lifestory::policy
