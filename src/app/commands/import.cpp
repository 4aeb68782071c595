#include "app/commands/import.h"

#include <unistd.h>

#include <atomic>
#include <iostream>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "access/owing.h"
#include "app/bring_in/known.h"
#include "app/bring_in/report.h"
#include "app/installation.h"
#include "base/text.h"
#include "record/brought_in.h"

namespace lifestory::app {

namespace {

using namespace bring_in;

constexpr std::size_t families_at_once = 12; // while some wait for the ledger, the next are made; those that wait share a commit

// A bar where somebody looks on, else a line for each tenth.
class Progress {
public:
    Progress(std::ostream& out, std::size_t all) : m_out(out), m_all(all), m_is_watched(&out == &std::cout && ::isatty(STDOUT_FILENO) == 1) {}

    void done(std::size_t families) {
        const auto percent = m_all == 0 ? 100 : families * 100 / m_all;
        if (percent == m_shown || (!m_is_watched && percent / 10 == m_shown / 10))
            return;
        m_shown = percent;
        if (m_is_watched)
            m_out << fmt::format("\r[{:<50}] {:3}%  {} of {} families", std::string(percent / 2, '#'), percent, families, m_all)
                  << (families == m_all ? "\n" : "");
        else
            m_out << fmt::format("{}%: {} of {} families\n", percent, families, m_all);
        m_out.flush();
    }

private:
    std::ostream& m_out;
    std::size_t m_all, m_shown = 0;
    bool m_is_watched;
};

Result<std::shared_ptr<const record::Authority>> authority_of(Installation& installation) {
    auto stream = installation.index().authority();
    if (!stream)
        return refuse("no-pack", "No policy was accepted here yet: start the program once with serve.");
    auto opened = TRY(installation.ledger().read(*stream));
    auto entries = TRY(record::read_entries(opened));
    return std::make_shared<const record::Authority>(record::fold_authority(entries));
}

Outcome answers_for_it(const record::Authority& authority, const std::string& name) {
    for (const auto& one : authority.workers)
        if (one.now().working && fold(one.now().full_name) == fold(name))
            return Nothing{};
    return refuse("by", fmt::format("Nobody who works here is called {}. Give --by the full name of a worker who is registered here.", name));
}

class Import {
public:
    Import(const Bringing& by, ledger::Ledger& ledger, const Source& source, const Notes& notes, bool keeps, Progress progress)
        : m_by(by), m_ledger(ledger), m_source(source), m_notes(notes), m_keeps(keeps), m_progress(progress), m_came(source.families.size()) {}

    Result<std::vector<FamilyCame>> run() && {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < families_at_once; ++i)
            threads.emplace_back([this] { take_families(); });
        threads.clear(); // joined
        if (m_fault)
            std::rethrow_exception(m_fault);
        if (!m_refused.empty())
            return m_refused;
        return std::move(m_came);
    }

private:
    void take_families() {
        try {
            for (auto at = m_next++; at < m_source.families.size() && !m_is_stopped; at = m_next++)
                take(at);
        } catch (...) {
            std::lock_guard lock(m_mutex);
            m_is_stopped = true;
            m_fault = std::current_exception();
        }
    }

    void take(std::size_t at) {
        auto came = bring_in::bring_in(m_by, m_source, m_source.families[at], m_notes);
        auto appended = came.append && m_keeps ? m_ledger.append(std::move(*came.append)) : Result<ledger::Appended>(ledger::Appended{});
        came.append.reset();
        std::lock_guard lock(m_mutex);
        if (!appended) {
            m_is_stopped = true;
            m_refused = appended.refusals();
            return;
        }
        m_came[at] = std::move(came);
        m_progress.done(++m_done);
    }

    const Bringing& m_by;
    ledger::Ledger& m_ledger;
    const Source& m_source;
    const Notes& m_notes;
    bool m_keeps;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_is_stopped = false;
    std::mutex m_mutex; // of what follows
    Progress m_progress;
    std::size_t m_done = 0;
    std::vector<FamilyCame> m_came;
    Refusals m_refused;
    std::exception_ptr m_fault;
};

Report report_of(const ImportCall& call, calendar::Instant now, std::size_t broken, std::vector<FamilyCame> families) {
    Report report{call.source, call.by, now, call.run, {}, {}, {}, 0, broken};
    for (auto& family : families) {
        std::move(family.children.begin(), family.children.end(), std::back_inserter(report.children));
        std::move(family.missing.begin(), family.missing.end(), std::back_inserter(report.missing));
        for (const auto& [file, rows] : family.carried)
            report.carried[file] += rows;
        report.notes += family.notes;
    }
    return report;
}

Outcome import(const ImportCall& call, std::ostream& out) {
    auto installation = TRY(Installation::open(call.data, FirstStart::Refuse, store::sqlite::Opening::ForWriting));
    auto authority = TRY(authority_of(*installation));
    TRY(answers_for_it(*authority, call.by));
    auto policies = TRY(accepted_policies(*installation));
    const auto& pack = *policies.pack;
    Notes notes;
    const auto source = TRY(read_source(call.from, pack, notes));
    const Numbers numbers(installation->secret_for("numbers of what is brought in"), fold(call.source));
    auto& ledger = installation->ledger();
    const auto held = known_already(source, numbers, ledger, installation->index());
    const auto now = call.at.value_or(now_of(ledger));
    const auto& accepted = authority->packs.back().what;
    const Bringing bringing{ledger, pack, *authority, numbers, call.source,
                            {record::brought_in_author(), "Brought in from " + call.source, "from another system", "answered for by " + call.by},
                            {accepted.pack, accepted.version, accepted.digest}, now, held};
    TRY(write_report(call.report, Report{call.source, call.by, now, false, {}, {}, {}, 0, source.broken.size()}, source, notes)); // before anything is kept: the folder can be written to
    out << fmt::format("{}: {}, {}, {} in {}", call.run ? "Bringing in" : "What would come in", plural(source.persons.size(), "person", "people"),
                       plural(source.notes.size(), "note", "notes"), plural(source.spells.size(), "spell of work, law or home", "spells of work, law or home"),
                       plural(source.families.size(), "family", "families"))
        << std::endl;
    auto families = TRY(Import(bringing, ledger, source, notes, call.run, Progress(out, source.families.size())).run());
    const auto report = report_of(call, now, source.broken.size(), std::move(families));
    TRY(write_report(call.report, report, source, notes));
    if (call.run) {
        out << "Counting what is owed" << std::endl;
        access::Owing owing(ledger, installation->index(), policies.books);
        owing.bring_up_to_date(access::Owing::Which::All, now);
    }
    out << sum_of(report) << "\n" << (call.run ? "" : "Nothing was kept. Say --run to bring it in.\n")
        << "What was carried, changed and is missing stands in " << call.report.string() << "\n";
    return Nothing{};
}

} // namespace

int run_import(const ImportCall& call, std::ostream& out, std::ostream& err) {
    auto imported = import(call, out);
    if (imported)
        return 0;
    for (const auto& refusal : imported.refusals())
        err << refusal.message << "\n";
    return 1;
}

} // namespace lifestory::app
