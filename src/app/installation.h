// One installation: the folder --data names, opened. Ledger, index, desk and door, made here and nowhere else; the
// only place that names a store.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "access/door.h"
#include "app/settings.h"
#include "calendar/clock.h"
#include "desk/sign_in.h"
#include "index/index.h"
#include "policy/obligation.h"
#include "store/sqlite/desk.h"
#include "store/sqlite/ledger.h"

namespace lifestory::app {

enum class FirstStart { Make, Refuse };

class Installation {
public:
    // Makes the folder and all it holds at first start, if asked to. Refuses what cannot be used, in words that say
    // what to do.
    static Result<std::unique_ptr<Installation>> open(const std::filesystem::path& data, FirstStart first,
                                                      store::sqlite::Opening opening);

    const std::filesystem::path& folder() const { return m_folder; }
    const Settings& settings() const { return m_settings; }
    std::filesystem::path master_key_file() const;
    store::sqlite::SqliteLedger& ledger() { return *m_ledger; }
    index::Index& index() { return *m_index; }
    desk::Desk& desk() { return *m_desk; }
    Bytes secret_for(std::string_view use) const; // of the master key; one-way

private:
    Installation() = default;
    std::filesystem::path m_folder;
    Settings m_settings;
    ledger::SecretKey m_master;
    std::unique_ptr<store::sqlite::SqliteLedger> m_ledger;
    std::unique_ptr<index::Index> m_index;
    std::unique_ptr<desk::Desk> m_desk;
};

calendar::Instant last_entry(const ledger::Ledger& ledger); // when it was kept
// A demonstration's last entry may lie ahead of the machine's clock.
calendar::Instant now_of(const ledger::Ledger& ledger);

// The pack in force and, out of the authority's stream, those that older entries were judged by.
struct Policies {
    std::unique_ptr<policy::Pack> pack;
    std::unique_ptr<policy::RuleBook> book;
    std::vector<std::unique_ptr<policy::Pack>> earlier_packs;
    std::vector<std::unique_ptr<policy::RuleBook>> earlier_books;
    policy::RuleBooks books;
};

// Loads the pack and has it accepted: an entry in the authority's stream with its whole text. A folder whose text
// differs from the accepted text of the same version is refused ("raise version").
Result<Policies> accept_pack(Installation& installation, const std::filesystem::path& folder, calendar::Instant now);

// The same without a folder: the pack accepted last, from its kept text. Refuses "no-pack".
Result<Policies> accepted_policies(Installation& installation);

} // namespace lifestory::app
