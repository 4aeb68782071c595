// Packs written in a test: texts in, a pack or its refusals out.
#pragma once

#include <string>
#include <vector>

#include "policy/pack.h"

namespace lifestory::policy::testing {

inline const std::string national = R"toml([pack]
id = "national"
name = "Common"
version = "1"
since = 2020-01-01
clauses = ["NAT"]
owner = "trial"
[calendar.england-and-wales]
closed = [
  { day = 2026-12-25, name = "Christmas Day" }, { day = 2026-12-28, name = "Boxing Day (substitute day)" },
  { day = 2027-01-01, name = "New Year's Day" },
]
[role.social-worker]
name = "Social Worker"
acts_as = "practitioner"
[role.team-manager]
name = "Team Manager"
acts_as = "team-manager"
[role.independent-reviewing-officer]
name = "Reviewing Officer"
acts_as = "reviewing-officer"
[area.early-help]
name = "Early Help"
[record.entry]
items = [{ id = "significant", type = "yes-no", label = "Is this significant?" }]
[record.visit]
items = [
  { id = "happened", part = "what-happened", type = "prose", label = "What happened" },
  { id = "seen", part = "about", type = "seen", label = "Were you seen" },
  { id = "home", under = "happened", type = "prompt", label = "What home is like" },
]
[record.failed-visit]
like = "visit"
[record.core-group]
like = "meeting"
[record.core-group-minutes]
like = "document"
belongs_to = ["core-group"]
[record.looked-after-review]
like = "meeting"
items = [{ id = "interval", type = "choice", options = ["6 weeks", "12 weeks"], label = "How often" }]
[record.child-protection-plan]
like = "plan"
[record.conference]
like = "meeting"
[record.conference-report]
like = "document"
belongs_to = ["conference"]
[record.child-details]
like = "basic-detail"
items = [{ id = "speech", type = "choice", options = ["uses words", "does not use words"], label = "How you tell us" }]
[record.progress-check]
like = "oversight"
belongs_to = ["assessment"]
[record.assessment]
like = "work"
items = [{ id = "agreed-date", type = "day", label = "Agreed for" }]
[record.legal-status]
items = [{ id = "looked-after", type = "yes-no", label = "Looked after" }]
[status.open]
during = "involvement"
[status.child-protection-plan]
during = "child-protection-plan"
[status.looked-after]
during = "legal-status"
when = { item = { looked-after = "yes" } }
)toml";

inline std::string own(const std::string& id, const std::string& extends = "\"national\"", const std::string& prefix = "OWN") {
    return "[pack]\nid = \"" + id + "\"\nname = \"" + id + "\"\nversion = \"1\"\nsince = 2020-01-01\nclauses = [\"" + prefix +
           "\"]\nowner = \"trial\"\nextends = [" + extends + "]\n";
}

inline std::vector<PackFile> with_national(std::vector<PackFile> files) {
    files.push_back({"national/pack.toml", national});
    return files;
}

// A pack "ours" over the common one, of one file beside its pack.toml.
inline Result<Pack> ours(const std::string& text) {
    return load_texts(with_national({{"ours/pack.toml", own("ours")}, {"ours/times.toml", text}}), "ours");
}

inline std::vector<std::string> lines(const Result<Pack>& pack) {
    std::vector<std::string> all;
    if (!pack)
        for (const auto& refusal : pack.refusals())
            all.push_back(refusal.message);
    return all;
}

} // namespace lifestory::policy::testing
