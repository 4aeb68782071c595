// The contract of the append-only book: one way in, one way out. A store keeps it (store/sqlite, later
// store/postgres); tests/contract holds what every store must do. It knows nothing of children: content is JSON text
// that the record room understands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "base/result.h"
#include "calendar/day.h"
#include "ledger/checkpoint.h"
#include "ledger/file.h"
#include "ledger/header.h"

namespace lifestory::ledger {

// One entry to be: which stream (a new stream's key is made and flushed first), its own number, its content. With
// `expected_place` the act was decided on a record of that many entries: if the stream has grown since, the whole
// append is refused as "changed-meanwhile" and nothing is stored.
struct NewEntry {
    RecordNumber record;
    EntryId id;
    std::string content; // a JSON object
    std::optional<std::uint64_t> expected_place;
    std::vector<NamedFile> files{}; // kept before under this act's form; else the append is refused as "file-gone"
};

// A line in an entry that all the lines of one commit share (the looks): `before` + lines parted by commas + `after`
// must be a JSON object. Lines of one stream have one frame.
struct Line {
    RecordNumber stream;
    std::string before;
    std::string line;
    std::string after;
};

// One act, stored whole or not at all. A form sent twice is stored once: the second answer is the first. An act of
// lines alone has no form and is not remembered: a look sent twice is two lines.
struct Append {
    FormNumber form;
    calendar::Instant at{}; // when it was signed, by the caller's clock
    std::vector<NewEntry> entries;
    std::vector<Line> lines; // may stand alone, with no entries
};

struct Placed {
    EntryId id;
    EntryNumber number = 0;
    std::uint64_t place = 0; // in its stream, from 0
};

struct Appended {
    bool already = false; // this form had been stored before
    std::vector<Placed> entries;
    std::uint64_t tree_size = 0; // of the tree that ends with this act's last entry; of lines alone, after their commit
};

struct OpenedEntry {
    Header header;
    EntryId id;
    FormNumber form;
    std::uint64_t place = 0;
    std::string content;
    std::vector<NamedFile> files{};
};

// What `verify` found. `wrong` names entries by number and record, in words; empty means all is well.
struct WrongEntry {
    std::optional<EntryNumber> number;
    std::optional<RecordNumber> record;
    std::string what;
};
struct Verified {
    std::uint64_t entries = 0;
    std::string checkpoint;
    std::vector<WrongEntry> wrong;
};

class Ledger {
public:
    virtual ~Ledger() = default;

    // Returns when the act is on the disk (or refused). Any thread; waiting acts share one transaction.
    virtual Result<Appended> append(Append act) = 0;

    // A stream in order, opened; refuses "not-found" and "key-destroyed". Throws Fault when the book lies.
    virtual Result<std::vector<OpenedEntry>> read(RecordNumber record) const = 0;
    virtual Result<std::vector<OpenedEntry>> read_from(RecordNumber record, std::uint64_t place) const = 0;
    virtual Result<OpenedEntry> read_entry(EntryNumber number) const = 0;
    virtual std::uint64_t length(RecordNumber record) const = 0; // entries in the stream; 0 when there is none

    virtual std::uint64_t size() const = 0;
    virtual std::string checkpoint() const = 0; // the newest signed note (C2SP checkpoint)
    virtual std::string verifier_key() const = 0; // C2SP "name+hash+key"
    virtual Result<std::vector<Digest>> inclusion_proof(EntryNumber number, std::uint64_t tree_size) const = 0;
    virtual Result<std::vector<Digest>> consistency_proof(std::uint64_t from, std::uint64_t to) const = 0;

    // For what is derived of a record and kept outside the book: sealed under a key that is made of the record's own, so that it
    // cannot be read any longer than the record can. Refuse "key-destroyed" (a record that never was, too); opening also "not-opened".
    virtual Result<Bytes> seal_beside(RecordNumber record, std::string_view plain) const = 0;
    virtual Result<Bytes> open_beside(RecordNumber record, std::string_view sealed) const = 0;

    // A file of a record: sealed in pieces under the same key, whole or not at all. `keep_file` refuses "file-too-large", "file-empty",
    // "disk-full" and what seal_beside refuses; `open_file` "not-found" and "key-destroyed". Only one that still waits, or arrives, is dropped.
    virtual Result<NamedFile> keep_file(const NewFile& file) = 0;
    virtual Result<KeptFile> open_file(RecordNumber record, FileNumber file) const = 0;
    virtual void drop_file(RecordNumber record, FileNumber file) = 0;

    // One that comes in pieces: begun, added to at its end, read while it arrives, finished; then it waits like any other. Each addition
    // but the last is a multiple of file_piece, and stored when this returns: its answer is all that has come. `add_to_file` refuses
    // "file-gap" where `from` is not the end, "file-too-large", "disk-full" and "not-found"; `finish_file` "file-empty" and "not-found".
    virtual Outcome begin_file(const ArrivingFile& file) = 0;
    virtual Result<std::uint64_t> add_to_file(const ArrivingFile& file, std::uint64_t from, std::string_view bytes) = 0;
    virtual Result<LongBytes> read_arriving(RecordNumber record, FileNumber file) const = 0;
    virtual Result<NamedFile> finish_file(RecordNumber record, FileNumber file) = 0;
    virtual std::vector<ArrivingFile> arriving_files() const = 0;
    virtual std::vector<WaitingFile> waiting_files() const = 0;

    // Trusts nothing and recomputes everything; with a record, only that record's bodies and their proofs.
    virtual Verified verify() const = 0;
    virtual Verified verify(RecordNumber record) const = 0;

    // The same as verify(), and that the book still holds all that an older checkpoint, kept by somebody else, signed:
    // finds a book cut, restored, swapped or signed anew.
    virtual Verified verify_against(std::string_view older_note) const = 0;
};

} // namespace lifestory::ledger
