#include "casework/ask_for_help.h"

#include "base/text.h"

namespace lifestory::casework {

namespace {

bool is_asked(const record::Authority& authority, const record::AskedHelp& help, WorkerNumber manager) {
    return help.asked.what.to == manager || authority.stands_above(manager, help.asked.by.worker);
}

} // namespace

Result<Writing> ask_for_help(const Act& act, const record::Authority& authority, const std::string& words,
                             std::vector<record::OwedThen> items) {
    Refusing refusing;
    const auto manager = authority.manager_of(act.author.worker);
    const auto* who = manager ? authority.worker(*manager) : nullptr;
    refusing.unless(who != nullptr, "", "Nobody stands above you here; ring the number at the foot of the page");
    refusing.unless(!is_blank(words), "words", "Write one line");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, authority.record, record::HelpAsked{who->worker, who->full_name, trim(words), std::move(items)})};
}

Result<Writing> answer_help(const Act& act, const record::Authority& authority, EntryId asked, const std::string& words) {
    const auto* help = authority.help_asked(asked);
    if (!help || !is_asked(authority, *help, act.author.worker))
        return refuse("not-found", "Page not found");
    if (is_blank(words))
        return refuse("no-words", "Write your answer", "words");
    return Writing{written(act, authority.record, record::HelpAnswered{asked, trim(words)})};
}

bool may_read_help(const record::Authority& authority, const record::AskedHelp& help, WorkerNumber reader) {
    return help.asked.by.worker == reader || is_asked(authority, help, reader);
}

std::vector<const record::AskedHelp*> help_asked_by(const record::Authority& authority, WorkerNumber worker) {
    std::vector<const record::AskedHelp*> all;
    for (auto help = authority.help.rbegin(); help != authority.help.rend(); ++help)
        if (help->asked.by.worker == worker)
            all.push_back(&*help);
    return all;
}

std::vector<const record::AskedHelp*> help_waiting_for(const record::Authority& authority, WorkerNumber manager) {
    std::vector<const record::AskedHelp*> all;
    for (const auto& help : authority.help)
        if (help.answers.empty() && help.asked.what.to == manager)
            all.push_back(&help);
    return all;
}

} // namespace lifestory::casework
