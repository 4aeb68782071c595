#include "store/sqlite/ledger_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/json.h"
#include "store/sqlite/ledger_arriving.h"
#include "store/sqlite/ledger_files.h"
#include "store/sqlite/projection.h"

namespace lifestory::store::sqlite {

namespace {

constexpr std::size_t most_in_a_group = 256;
constexpr std::size_t longest_content = 16 << 20; // bytes

bool is_object(const std::string& text) {
    auto json = parse_json(text);
    return json && json->is_object() && text.front() == '{' && text.back() == '}';
}

// What no store may take in; said before the act joins the others.
Outcome check(const ledger::Append& act) {
    if (act.entries.empty() && act.lines.empty())
        return refuse("nothing-to-append", "An act holds an entry or a line.");
    if (!act.entries.empty() && act.form.is_zero())
        return refuse("form-missing", "An act with entries carries its form's number.", "form");
    for (const auto& entry : act.entries)
        if (entry.record.is_zero() || entry.id.is_zero() || entry.content.size() > longest_content || !is_object(entry.content))
            return refuse("entry-misshapen", "An entry has a record, a number, and a JSON object of at most 16 MB.", "entries");
    for (const auto& line : act.lines)
        if (line.stream.is_zero() || !is_object(line.before + line.line + line.after))
            return refuse("line-misshapen", "A line has a stream, and makes a JSON object with its frame.", "lines");
    return Nothing{};
}

} // namespace

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    FolderLock lock(::open((folder / "ledger.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.m_file < 0)
        throw Fault(fmt::format("The folder {} cannot be written to.", folder.string()));
    if (::flock(lock.m_file, LOCK_EX | LOCK_NB) != 0)
        return std::nullopt;
    return lock;
}

FolderLock::~FolderLock() {
    if (m_file >= 0)
        ::close(m_file);
}

LedgerWriter::LedgerWriter(Book& book, FolderLock lock, std::unique_ptr<Database> database, ledger::Edge edge)
    : m_book(book), m_lock(std::move(lock)), m_database(std::move(database)), m_edge(std::move(edge)),
      m_thread([this](std::stop_token stop) { write_until_stopped(stop); }) {}

LedgerWriter::~LedgerWriter() {
    m_thread.request_stop();
    m_thread.join();
}

ledger::Edge LedgerWriter::edge() const {
    std::lock_guard lock(m_mutex);
    return m_edge;
}

LedgerWriter::Acts LedgerWriter::next_acts(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, stop, [this] { return !m_waiting.empty(); });
    auto count = std::min(m_waiting.size(), most_in_a_group);
    auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    Acts acts(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
    return acts;
}

void LedgerWriter::write_until_stopped(std::stop_token stop) {
    for (auto acts = next_acts(stop); !acts.empty(); acts = next_acts(stop)) // what waits at a stop is still stored
        store(acts);
}

void LedgerWriter::stop_if_unsafe(const DatabaseFault& fault) {
    if (fault.is_full()) // nothing was promised and nothing was kept; space may return
        return;
    std::lock_guard lock(m_mutex);
    m_stopped = fmt::format("The disk failed while writing ({}). Nothing more is stored until the program is started again: "
                            "look at the disk first.", fault.what());
}

std::vector<Answer> LedgerWriter::store_group(const Acts& acts) {
    std::lock_guard writing(m_writing);
    std::vector<const Act*> appends;
    for (const auto& waiting : acts)
        appends.push_back(&waiting->act);
    auto fresh = new_streams(*m_database, appends);
    if (!fresh.empty())
        m_book.keys.make(fresh);
    Transaction transaction(*m_database, Transaction::Kind::Write);
    Group group(m_book, *m_database, edge());
    std::vector<Answer> answers;
    for (const auto* act : appends)
        answers.push_back(group.place(*act));
    if (!group.has_grown())
        return answers;
    group.finish();
    transaction.commit();
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (answers[i].appended && *answers[i].appended && appends[i]->append.entries.empty())
            (*answers[i].appended)->tree_size = group.size();
    std::lock_guard lock(m_mutex);
    m_edge = group.edge();
    return answers;
}

void LedgerWriter::store(Acts& acts) {
    std::vector<Answer> answers(acts.size());
    try {
        {
            std::lock_guard lock(m_mutex);
            if (!m_stopped.empty())
                throw Fault(m_stopped);
        }
        answers = store_group(acts);
    } catch (const DatabaseFault& fault) {
        stop_if_unsafe(fault);
        answers.assign(acts.size(), {{}, std::current_exception()});
    } catch (const std::exception&) {
        answers.assign(acts.size(), {{}, std::current_exception()});
    }
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (answers[i].fault)
            acts[i]->answer.set_exception(answers[i].fault);
        else
            acts[i]->answer.set_value(std::move(*answers[i].appended));
    }
}

Result<ledger::Appended> LedgerWriter::append(ledger::Append act) {
    TRY(check(act));
    auto waiting = std::make_unique<Waiting>(std::move(act));
    auto answer = waiting->answer.get_future();
    {
        std::lock_guard lock(m_mutex);
        if (!m_stopped.empty())
            throw Fault(m_stopped);
        m_waiting.push_back(std::move(waiting));
    }
    m_arrived.notify_one();
    return answer.get();
}

template <class Step>
auto LedgerWriter::in_one_transaction(Step step) -> decltype(step(*std::declval<Database*>())) {
    std::lock_guard writing(m_writing);
    try {
        Transaction transaction(*m_database, Transaction::Kind::Write);
        auto done = TRY(step(*m_database));
        transaction.commit();
        return done;
    } catch (const DatabaseFault& fault) {
        if (!fault.is_full())
            throw;
        return refuse("disk-full", "There is no room left to keep files. Nothing was lost; tell whoever looks after this program.");
    }
}

Result<ledger::NamedFile> LedgerWriter::keep_file(const ledger::NewFile& file) {
    return in_one_transaction([&](Database& database) { return insert_file(m_book, database, file); });
}

Outcome LedgerWriter::begin_file(const ledger::ArrivingFile& file) {
    return in_one_transaction([&](Database& database) { return insert_arriving(database, file); });
}

Result<std::uint64_t> LedgerWriter::add_to_file(const ledger::ArrivingFile& file, std::uint64_t from, std::string_view bytes) {
    const auto pieces = TRY(seal_pieces(m_book, file, from, bytes)); // before anybody has to wait for it
    return in_one_transaction([&](Database& database) { return add_to_arriving(database, file, {from, bytes.size(), pieces}); });
}

Result<ledger::NamedFile> LedgerWriter::finish_file(RecordNumber record, const ledger::NamedFile& file) {
    return in_one_transaction([&](Database& database) { return finish_arriving(m_book, database, record, file); });
}

void LedgerWriter::drop_file(RecordNumber record, FileNumber file) {
    std::lock_guard writing(m_writing);
    Transaction transaction(*m_database, Transaction::Kind::Write);
    drop_waiting_file(*m_database, record, file);
    drop_arriving(*m_database, record, file);
    transaction.commit();
}

std::uint64_t LedgerWriter::rebuild() {
    std::lock_guard writing(m_writing);
    Transaction transaction(*m_database, Transaction::Kind::Write);
    drop_projection(*m_database);
    prepare_projection(*m_database);
    auto size = book_size(*m_database);
    Opener opener(m_book, *m_database);
    auto row = m_database->statement(select_numbers);
    row.integer(1, 0).integer(2, static_cast<std::int64_t>(size));
    while (row.step()) {
        auto opened = opener.open(stored_entry(row));
        if (opened) // a destroyed record's entries are in no list
            project(*m_database, index::changes_of(*opened));
    }
    transaction.commit();
    return size;
}

} // namespace lifestory::store::sqlite
