#include "web/pages/who_reads_first.h"

#include "policy/timeline_of.h"
#include "policy/who_signs.h"
#include "web/pages/supervision.h"

namespace lifestory::web::pages {

namespace {

class Line {
public:
    Line(const House& house, const DraftView& view) : m_house(house), m_view(view) {}

    bool may_sign(const WorkerNumber& worker) const { return policy::only_signed_by(*m_view.type, roles_of(worker), m_house.pack()).empty(); }
    bool may_decide(const WorkerNumber& worker) const { return m_view.type->decided_by.empty() || policy::is_one_of(m_view.type->decided_by, roles_of(worker), m_house.pack()); }

    const record::Worker* nearest_above(const WorkerNumber& writer) const {
        for (const auto& above : m_view.open->authority->line_above(writer))
            if (may_sign(above) && may_decide(above))
                return m_view.open->authority->worker(above);
        return nullptr;
    }

private:
    std::vector<std::string> roles_of(const WorkerNumber& worker) const { return policy::roles_on(*m_view.open->child, *m_view.open->authority, worker, m_house.today()); }

    const House& m_house;
    const DraftView& m_view;
};

} // namespace

std::optional<FirstReader> who_reads_first(const House& house, const DraftView& view) {
    const auto writer = view.draft.owner.worker;
    const auto manager = manager_of(house, writer);
    if (!view.open || !view.type)
        return manager ? std::optional(FirstReader{*manager}) : std::nullopt;
    const Line line(house, view);
    const bool is_others = !line.may_sign(writer) || !line.may_decide(writer);
    const auto* above = is_others ? line.nearest_above(writer) : nullptr;
    if (above)
        return FirstReader{*above, !line.may_sign(writer)};
    return manager ? std::optional(FirstReader{*manager}) : std::nullopt;
}

} // namespace lifestory::web::pages
