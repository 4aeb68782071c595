#include "web/pages/last_heard.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/sign.h"

namespace lifestory::web::pages {

namespace {

using record::StoryEntry;

bool says_something(const record::View& view) { return view.whose == "child" && !is_blank(view.words); }

// In an entry of somebody's, or in one of the child's own.
bool holds_words_of_the_child(const StoryEntry& story) {
    if (const auto* own = std::get_if<record::ChildsView>(&story.entry.content))
        return says_something(own->view);
    const auto* form = story.form();
    return form && (casework::shows_views(*form) || std::ranges::any_of(form->answers, [](const record::Answer& answer) {
               const auto* views = std::get_if<record::Views>(&answer.value);
               return views && std::ranges::any_of(views->views, says_something);
           }));
}

void keep_newest(std::optional<calendar::Day>& newest, calendar::Day day, calendar::Day today) {
    if (day <= today && (!newest || *newest < day))
        newest = day;
}

} // namespace

bool is_to_the_child(const record::Child& child, const std::string& to) {
    const auto said = fold(trim(split(to, ',').front()));
    return !said.empty() && std::ranges::any_of(std::vector{child.first_name(), child.name(), child.full_name()}, [&](const std::string& name) { return fold(name) == said; });
}

LastHeard last_heard(const record::Child& child, calendar::Day today) {
    LastHeard last;
    for (const auto& story : child.story) {
        if (!story.withdrawn() && holds_words_of_the_child(story))
            keep_newest(last.heard, story.day(), today);
        for (const auto& answer : story.disagreements) // of what she read: right, or not
            if (answer.what.whose == "child")
                keep_newest(last.heard, answer.happened_on.value_or(calendar::london_day(answer.at)), today);
        for (const auto& given : story.sharings)
            if (given.what.how == read_out && is_to_the_child(child, given.what.to))
                keep_newest(last.read_together, given.what.on, today);
    }
    return last;
}

std::string last_heard_words(const LastHeard& last) {
    return (last.heard ? "Last heard on " + calendar::in_words(*last.heard) : std::string("Not heard yet")) + ". " +
           (last.read_together ? "Last read together on " + calendar::in_words(*last.read_together) : std::string("Nothing read together yet")) + ".";
}

} // namespace lifestory::web::pages
