// A worker asks the manager for help with a list of what is owed, or tells of one thing before it is too late (pages 6.2,
// 7.3; CAM-068, CAM-069); the manager answers. Both are supervision, and stand in the authority's stream.
#pragma once

#include <vector>

#include "casework/act.h"
#include "record/authority.h"

namespace lifestory::casework {

// To the nearest manager, with one line of the worker's.
Result<Writing> ask_for_help(const Act& act, const record::Authority& authority, const std::string& words,
                             std::vector<record::OwedThen> items);

// By whoever was asked, or stands above the asker.
Result<Writing> answer_help(const Act& act, const record::Authority& authority, EntryId asked, const std::string& words);

bool may_read_help(const record::Authority& authority, const record::AskedHelp& help, WorkerNumber reader); // asker, asked, above

std::vector<const record::AskedHelp*> help_asked_by(const record::Authority& authority, WorkerNumber worker); // newest first
std::vector<const record::AskedHelp*> help_waiting_for(const record::Authority& authority, WorkerNumber manager); // unanswered, oldest first

} // namespace lifestory::casework
