#include "casework/finish_work.h"

#include <algorithm>

#include "base/text.h"
#include "casework/episode.h"

namespace lifestory::casework {

namespace {

record::Form outcome_form(const policy::RecordType& type, const Finishing& finishing) {
    record::Form form{type.id, type.name, {}};
    auto answer = [&](std::string_view item, record::Value value) {
        if (const auto* asked = type.item(item))
            form.answers.push_back({asked->id, asked->label, asked->part, policy::name_of(asked->type), std::move(value)});
    };
    if (!finishing.came_of_it.empty())
        answer(came_of_it_item, record::Choices{{finishing.came_of_it}});
    if (!is_blank(finishing.in_words))
        answer("says", record::Text{trim(finishing.in_words)});
    return form;
}

std::string first_clause(const policy::Item& item) { return item.clauses.empty() ? "" : item.clauses.front(); }

void check_outcome(Refusing& refusing, const policy::RecordType& type, const std::string& came_of_it) {
    const auto* item = type.item(came_of_it_item);
    if (!item)
        return;
    refusing.unless(!came_of_it.empty() || item->force != policy::Force::Must, std::string(came_of_it_item), "Say what came of it: it is not finished without",
            first_clause(*item));
    const bool is_known = came_of_it.empty() || std::ranges::any_of(item->choices, [&](const auto& choice) { return choice.name == came_of_it; });
    refusing.unless(is_known, std::string(came_of_it_item), "Choose what came of it from the list", first_clause(*item));
}

} // namespace

Result<Writing> finish_work(const Act& act, const record::Child& child, const policy::RecordType& type, const Finishing& finishing, unsigned turn) {
    auto of_end = act;
    of_end.id = id_of(act, turn);
    auto writing = end_episode(of_end, child, finishing.episode, finishing.ended);
    Refusing refusing;
    check_outcome(refusing, type, finishing.came_of_it);
    if (!writing)
        refusing.add(writing.refusals());
    if (refusing.has_any())
        return refusing.all();
    record::Document document;
    document.form = outcome_form(type, finishing);
    if (document.form.answers.empty())
        return writing;
    for (const auto& episode : child.episodes)
        if (episode.episode == finishing.episode)
            document.belongs_to = episode.history.said.front().entry;
    auto outcome = written(act, child.record, std::move(document), turn + 1);
    outcome.said.happened_on = finishing.ended;
    writing->push_back(std::move(outcome));
    return writing;
}

std::vector<const record::EpisodeHistory*> work_to_finish(const record::Child& child, const policy::RecordType& type) {
    std::vector<const record::EpisodeHistory*> all;
    for (const auto& episode : child.episodes)
        if (!episode.now().ended && std::ranges::find(type.belongs_to, episode.now().form.record_type) != type.belongs_to.end())
            all.push_back(&episode);
    std::ranges::stable_sort(all, {}, [](const auto* one) { return one->now().started; });
    return all;
}

} // namespace lifestory::casework
