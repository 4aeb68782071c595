#include "web/pages/work_owed.h"

#include <algorithm>
#include <functional>

#include "policy/people.h"
#include "policy/timeline_of_work.h"

namespace lifestory::web::pages {

namespace {

using policy::Subject;

// One subject's rules asked of one worker, team or the authority after another.
class Around {
public:
    Around(const House& house, WorkerNumber reader) : m_house(house), m_reader(reader), m_authority(house.door.authority()) {}

    std::vector<WorkOwed> all() {
        auto below = m_authority->workers_below(m_reader);
        below.push_back(m_reader);
        workers(below);
        teams(below);
        authority();
        std::ranges::stable_sort(m_all, {}, [](const WorkOwed& one) { return one.owed.due ? one.owed.due->day : calendar::Day::max(); });
        return std::move(m_all);
    }

private:
    using Holds = std::function<std::vector<WorkerNumber>(const std::string& who)>;

    void workers(const std::vector<WorkerNumber>& below) {
        const policy::RuleBook book(m_house.pack(), Subject::Worker);
        for (const auto& worker : below) {
            const auto* who = m_authority->worker(worker);
            if (!who || !who->working)
                continue;
            add(book, policy::timeline_of_worker(worker, *m_authority, m_house.pack()), {{}, who->full_name, worker, who->team, {}, {}},
                [&](const std::string& owes) { return policy::workers_for_worker(owes, worker, *m_authority, m_house.pack(), m_house.today()); });
        }
    }

    void teams(const std::vector<WorkerNumber>& below) {
        const policy::RuleBook book(m_house.pack(), Subject::Team);
        std::vector<TeamNumber> seen;
        for (const auto& worker : below) {
            const auto* who = m_authority->worker(worker);
            const auto* team = who && who->working ? m_authority->team(who->team) : nullptr;
            if (!team || std::ranges::find(seen, who->team) != seen.end())
                continue;
            seen.push_back(who->team);
            add(book, policy::timeline_of_team(who->team, *m_authority, m_house.pack()), {{}, team->name, {}, who->team, {}, {}},
                [&](const std::string& owes) { return policy::workers_for_team(owes, who->team, *m_authority, m_house.pack(), m_house.today()); });
        }
    }

    void authority() {
        const policy::RuleBook book(m_house.pack(), Subject::Authority);
        add(book, policy::timeline_of_authority(*m_authority, m_house.pack()), {{}, m_house.installation.authority, {}, {}, {}, {}},
            [&](const std::string& owes) { return policy::workers_for_authority(owes, *m_authority, m_house.pack(), m_house.today()); });
    }

    void add(const policy::RuleBook& book, const policy::Timeline& timeline, const WorkOwed& of, const Holds& holds) {
        const policy::RuleBooks books{&book, {}};
        for (auto& owed : policy::obligations_of(books, timeline, m_house.now())) {
            auto one = of;
            one.sum = policy::explained(owed, books, timeline);
            for (const auto& who : owed.owes)
                for (const auto& worker : holds(who))
                    if (std::ranges::find(one.owed_by, worker) == one.owed_by.end())
                        one.owed_by.push_back(worker);
            one.owed = std::move(owed);
            m_all.push_back(std::move(one));
        }
    }

    const House& m_house;
    WorkerNumber m_reader;
    std::shared_ptr<const record::Authority> m_authority;
    std::vector<WorkOwed> m_all;
};

} // namespace

std::vector<WorkOwed> work_owed_around(const House& house, WorkerNumber reader) { return Around(house, reader).all(); }

std::vector<WorkOwed> work_owed_by(const House& house, WorkerNumber worker, calendar::Day until) {
    auto all = work_owed_around(house, worker);
    std::erase_if(all, [&](const WorkOwed& one) {
        const bool is_own = std::ranges::find(one.owed_by, worker) != one.owed_by.end();
        return !is_own || !one.owed.is_open() || (one.owed.due && one.owed.due->day > until);
    });
    return all;
}

Url path_to_write(const WorkOwed& one) {
    const auto& type = one.owed.what.empty() ? std::string() : one.owed.what.front().id;
    return one.worker.is_zero() ? path("/our-work/new/{}", type) : path("/our-work/new/{}?worker={}", type, one.worker.hex());
}

std::string work_words(const WorkOwed& one) { return one.owed.name + ", " + one.of_whom; }

} // namespace lifestory::web::pages
