// The desk in one SQLite file of its own, sealed: accounts and sessions under the desk's key, each draft under a key of
// its own. The desk's key is wrapped by the master key. One connection, one call at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "desk/desk.h"
#include "ledger/keys.h"

namespace lifestory::store::sqlite {

class SqliteDesk final : public desk::Desk {
public:
    // Makes the file when it is not there. Throws Fault when the file was made under another master key.
    SqliteDesk(const std::filesystem::path& file, const ledger::SecretKey& master);
    ~SqliteDesk() override;

    Outcome add_account(const std::string& email, const desk::Account& account) override;
    std::optional<desk::Account> account_by_email(const std::string& email) const override;
    std::optional<desk::Account> account(WorkerNumber worker) const override;
    Outcome set_password(WorkerNumber worker, const std::string& password_hash, desk::Instant now) override;
    Outcome set_code_secret(WorkerNumber worker, const Bytes& secret) override;
    Outcome disable(WorkerNumber worker, desk::Instant now) override;
    Outcome enable(WorkerNumber worker) override;
    bool take_code_step(WorkerNumber worker, std::uint64_t step) override;
    bool has_accounts() const override;
    Outcome invite(WorkerNumber worker, const Digest& secret, const desk::Writer& by, desk::Instant now) override;
    std::optional<desk::Invitation> invitation(const Digest& secret, desk::Instant now) const override;
    std::optional<desk::Invitation> invitation_of(WorkerNumber worker, desk::Instant now) const override;
    Outcome begin_joining(const Digest& secret, const desk::Joining& joining, desk::Instant now) override;
    Outcome join(const Digest& secret, const desk::Writer& self, std::uint64_t step, desk::Instant now) override;
    Outcome end_account(WorkerNumber worker, const desk::Writer& by, desk::Instant now) override;
    std::vector<desk::AccountNote> account_notes(WorkerNumber worker) const override;
    Digest hash_of_email(const std::string& email) const override;

    void begin_session(const desk::Session& session) override;
    std::optional<desk::Session> session(const Digest& hash) const override;
    void touch_session(const Digest& hash, desk::Instant now) override;
    void end_session(const Digest& hash, desk::Instant now) override;
    void end_sessions_of(WorkerNumber worker, desk::Instant now) override;
    std::vector<desk::Session> sessions_of(WorkerNumber worker, desk::Instant now) const override;
    void remember_form(const Digest& session, FormNumber form) override;
    bool remembers_form(const Digest& session, FormNumber form) const override;

    desk::Telling telling(WorkerNumber worker) const override;
    Outcome set_calendar(WorkerNumber worker, const std::optional<Digest>& secret, desk::Instant now) override;
    std::optional<WorkerNumber> worker_of_calendar(const Digest& secret) const override;
    Outcome set_daily_email(WorkerNumber worker, const std::string& email) override;
    std::vector<WorkerNumber> readers_of_daily_email() const override;
    bool take_daily_email(WorkerNumber worker, desk::Day day) override;
    void give_back_daily_email(WorkerNumber worker, desk::Day day) override;

    Result<desk::Draft> begin_draft(const desk::NewDraft& draft, desk::Instant now) override;
    Result<desk::Draft> draft(DraftId draft) const override;
    std::optional<desk::Draft> draft_of_form(FormNumber form) const override;
    std::vector<desk::Draft> drafts_of(WorkerNumber writer) const override;
    std::vector<desk::Draft> put_away_by(WorkerNumber owner) const override;
    std::vector<desk::Draft> drafts_about(RecordNumber record) const override;
    Result<desk::Saved> save(const desk::Save& save) override;
    Outcome save_both(const desk::Save& one, const desk::Save& other) override;
    Result<desk::Saved> settle(const desk::Save& chosen) override;
    Outcome set_aside(const desk::Save& save) override;
    Outcome choose_child(DraftId draft, std::optional<RecordNumber> record, desk::Instant now) override;
    Outcome choose_record_type(DraftId draft, const std::string& record_type, desk::Instant now) override;
    Result<desk::Draft> visit_together(const desk::VisitTogether& visit) override;
    std::vector<desk::EarlierVersion> earlier_versions(DraftId draft) const override;
    std::optional<desk::Saved> unsettled(DraftId draft, WorkerNumber writer) const override;
    Outcome put_away(DraftId draft, const desk::PutAway& put_away) override;
    Outcome take_out(DraftId draft, desk::Instant now) override;
    Outcome ask_manager(DraftId draft, desk::Instant now) override;
    Outcome send_back(DraftId draft, const desk::SentBack& sent_back) override;
    Outcome mark_signed(DraftId draft, EntryId entry, std::uint64_t version, desk::Instant now) override;
    Outcome note_opening(DraftId draft, const desk::DraftOpening& opening) override;
    std::vector<desk::DraftOpening> openings(DraftId draft) const override;
    void sweep(desk::Instant now) override;

    struct State; // shared by the files beside this one

private:
    bool stand_still(WorkerNumber worker, desk::Instant now); // within a transaction: disabled, its sessions ended; false: none
    std::unique_ptr<State> m_state;
};

} // namespace lifestory::store::sqlite
