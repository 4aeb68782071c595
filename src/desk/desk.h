// The contract of the desk: what is neither entry nor derivable. Accounts, sessions and drafts; `rebuild` leaves it
// alone. A store keeps it (store/sqlite, later store/postgres), with nothing readable on the disk;
// tests/contract/desk_* holds what every store must do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/account.h"
#include "desk/draft.h"
#include "desk/joining.h"
#include "desk/merge.h"
#include "desk/session.h"
#include "desk/telling.h"

namespace lifestory::desk {

struct NewDraft {
    FormNumber form;
    Writer owner;
    std::optional<RecordNumber> record;
    std::string record_type;
};

// The draft of one child becomes a visit to several. `own` and `same_for_all` are its fields, parted; both are passed over
// when it was parted before. Of `others` each child gets a part who has none; one that was put away comes back.
struct VisitTogether {
    DraftId first;
    std::uint64_t version = 0; // of which `own` and `same_for_all` are the fields
    Fields own, same_for_all;
    std::vector<NewDraft> others;
    Writer writer;
    Instant at{};
};

struct Save {
    DraftId draft;
    std::uint64_t version = 0; // the version the writer began from; 0 for a draft not yet saved
    Fields fields;             // all of them
    std::string stopped_at;
    Writer writer;
    Instant at{};
};

// `version` is what the form carries from now on. With differences, the fields that did not clash are saved; those that
// did stay as the other wrote them, and what the writer posted there is kept aside. So it stays, whatever the form posts
// next (the newest of it is kept aside), until the writer settles them on the page of differences.
struct Saved {
    std::uint64_t version = 0;
    Instant at{};
    Fields fields;                       // as the draft now stands
    std::vector<Difference> differences; // empty: saved
    std::optional<Writer> other;         // who last wrote meanwhile, when somebody did
};

class Desk {
public:
    virtual ~Desk() = default;

    // ---- accounts
    virtual Outcome add_account(const std::string& email, const Account& account) = 0; // refuses "already-there"
    virtual std::optional<Account> account_by_email(const std::string& email) const = 0;
    virtual std::optional<Account> account(WorkerNumber worker) const = 0;
    virtual Outcome set_password(WorkerNumber worker, const std::string& password_hash, Instant now) = 0; // ends the worker's sessions
    virtual Outcome set_code_secret(WorkerNumber worker, const Bytes& secret) = 0;
    virtual Outcome disable(WorkerNumber worker, Instant now) = 0; // ends the worker's sessions at once
    virtual Outcome enable(WorkerNumber worker) = 0;
    virtual bool take_code_step(WorkerNumber worker, std::uint64_t step) = 0; // false: this step or a later one was taken
    virtual bool has_accounts() const = 0;

    // ---- coming to an account, and losing it (joining.h). Whoever has no account that works makes none and ends none: then
    // these refuse "not-found", and two administrators who end each other at once leave one.
    // The address before it opens nothing more. An account that is there stands still, its sessions ended, until it is joined.
    virtual Outcome invite(WorkerNumber worker, const Digest& secret, const Writer& by, Instant now) = 0;
    virtual std::optional<Invitation> invitation(const Digest& secret, Instant now) const = 0; // none: used, replaced, or its time is over
    virtual std::optional<Invitation> invitation_of(WorkerNumber worker, Instant now) const = 0;
    virtual Outcome begin_joining(const Digest& secret, const Joining& joining, Instant now) = 0; // refuses "not-found", "already-there"
    // The account holds, whatever was before; the address opens nothing more. `step` is that of the code that was shown.
    virtual Outcome join(const Digest& secret, const Writer& self, std::uint64_t step, Instant now) = 0;
    virtual Outcome end_account(WorkerNumber worker, const Writer& by, Instant now) = 0; // an address made for it, too; sessions end
    virtual std::vector<AccountNote> account_notes(WorkerNumber worker) const = 0;      // newest first

    // The keyed hash by which the sign-in throttle and the log know an e-mail address.
    virtual Digest hash_of_email(const std::string& email) const = 0;

    // ---- sessions
    virtual void begin_session(const Session& session) = 0;
    virtual std::optional<Session> session(const Digest& hash) const = 0; // ended ones too, for a day
    virtual void touch_session(const Digest& hash, Instant now) = 0;      // somebody was there; kept to 15 seconds
    virtual void end_session(const Digest& hash, Instant now) = 0;
    virtual void end_sessions_of(WorkerNumber worker, Instant now) = 0;
    virtual std::vector<Session> sessions_of(WorkerNumber worker, Instant now) const = 0; // the open ones
    // A form was given out in this session: a late post of it is kept for its writer, for a day after the end.
    virtual void remember_form(const Digest& session, FormNumber form) = 0;
    virtual bool remembers_form(const Digest& session, FormNumber form) const = 0;

    // ---- what goes to a worker outside the pages
    virtual Telling telling(WorkerNumber worker) const = 0;
    // The hash of a new secret: the address before it opens nothing more. None: takes it away. Refuses "not-found".
    virtual Outcome set_calendar(WorkerNumber worker, const std::optional<Digest>& secret, Instant now) = 0;
    virtual std::optional<WorkerNumber> worker_of_calendar(const Digest& secret) const = 0; // none of a disabled account
    // To the account's own address and no other (refuses "other-address"); empty: no e-mail any more. An account is
    // added with it.
    virtual Outcome set_daily_email(WorkerNumber worker, const std::string& email) = 0;
    virtual std::vector<WorkerNumber> readers_of_daily_email() const = 0;   // none of a disabled account
    virtual bool take_daily_email(WorkerNumber worker, Day day) = 0;     // once a day; false: that day's, or a later one, was taken
    virtual void give_back_daily_email(WorkerNumber worker, Day day) = 0; // it could not be sent: it may be taken again

    // ---- drafts
    // The draft of this form: made now, or as it is when the form already has one. An owner asking for another's form
    // is refused "not-found".
    virtual Result<Draft> begin_draft(const NewDraft& draft, Instant now) = 0;
    virtual Result<Draft> draft(DraftId draft) const = 0; // refuses "not-found"
    virtual std::optional<Draft> draft_of_form(FormNumber form) const = 0;
    virtual std::vector<Draft> drafts_of(WorkerNumber writer) const = 0; // owned or written in; not signed, not put away; newest first
    virtual std::vector<Draft> put_away_by(WorkerNumber owner) const = 0;
    virtual std::vector<Draft> drafts_about(RecordNumber record) const = 0;
    virtual Result<Saved> save(const Save& save) = 0; // refuses "not-found", "already-signed"
    // In one act, each over the version that it stands at and with nothing left to settle: both are saved, or neither.
    virtual Outcome save_both(const Save& one, const Save& other) = 0; // refuses "not-found", "already-signed", "written-meanwhile"
    virtual Result<Saved> settle(const Save& chosen) = 0; // save, by who has read both: what was kept aside is settled
    virtual Outcome set_aside(const Save& save) = 0;      // beside the draft, which stays as it is: by who may not read it any more
    virtual Outcome choose_child(DraftId draft, std::optional<RecordNumber> record, Instant now) = 0;
    virtual Outcome choose_record_type(DraftId draft, const std::string& record_type, Instant now) = 0;
    virtual Result<Draft> visit_together(const VisitTogether& visit) = 0; // refuses "not-found", "already-signed", "written-meanwhile"
    virtual std::vector<EarlierVersion> earlier_versions(DraftId draft) const = 0; // newest first
    virtual std::optional<Saved> unsettled(DraftId draft, WorkerNumber writer) const = 0; // differences not yet settled
    virtual Outcome put_away(DraftId draft, const PutAway& put_away) = 0;
    virtual Outcome take_out(DraftId draft, Instant now) = 0; // refuses "not-found" after 30 days
    virtual Outcome ask_manager(DraftId draft, Instant now) = 0; // sent, or sent again, to be read before signing
    virtual Outcome send_back(DraftId draft, const SentBack& sent_back) = 0;
    // As it stood at this version. What was written into it since becomes a draft of whoever wrote last.
    virtual Outcome mark_signed(DraftId draft, EntryId entry, std::uint64_t version, Instant now) = 0;
    virtual Outcome note_opening(DraftId draft, const DraftOpening& opening) = 0;
    virtual std::vector<DraftOpening> openings(DraftId draft) const = 0;

    // Forgets what has had its time: sessions ended a day ago, drafts signed a day ago or put away 30 days ago (their
    // keys go with them). Called now and then by the program.
    virtual void sweep(Instant now) = 0;
};

} // namespace lifestory::desk
