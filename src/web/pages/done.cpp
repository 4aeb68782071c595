#include "web/pages/done.h"

#include <array>

#include "base/text.h"
#include "web/pages/about_child.h"
#include "web/pages/reminders.h"

namespace lifestory::web::pages {

namespace {

struct Line {
    std::string_view code, words;
};

// {} is the child's first name.
constexpr std::array lines{Line{"signed", "Signed. It is in {}'s story. Destroy your paper notes."},
                           Line{"added", "Added. The signed words stay as they are."},
                           Line{"asked", "Asked. The Team Manager decides, and both will be readable."},
                           Line{"corrected", "Corrected. Both can be read; the right words stand first."},
                           Line{"day-right", "The day is put right. What is due was counted again."},
                           Line{"withdrawn", "Marked as written in error. What is due was counted again."},
                           Line{"closed", "Closed to readers. The words are not destroyed."},
                           Line{"released", "Kept: when {} reads this."},
                           Line{"commented", "Your comment stands beside it."},
                           Line{"endorsed", "You agreed. It stands beside it."},
                           Line{"given", "Kept: a copy was given."},
                           Line{"told", "Kept: they were told of the correction."},
                           Line{"late-said", "Kept: why this is late, and what kept {} safe."},
                           Line{"disagreed", "The words stand beside it, as they were said."},
                           Line{"begun", "The record is begun. What they told us is its first note."},
                           Line{"allocated", "Kept: who works with {}. What is due went over with it."},
                           Line{"allocation-ended", "Kept: who stops working with {}, and when."},
                           Line{"word-kept", "Kept. Whoever writes to {} sees it from now on."},
                           Line{"family-kept", "Kept, for all the children of the family. What it was before stays."},
                           Line{"drawn", "Drawn. It stands in the picture."},
                           Line{"undone", "Undone. It is not in the picture any more."},
                           Line{"taken-back", "Taken back. It stays in the record that it was written down in error, and why."},
                           Line{"drawing-right", "Kept: this drawing is right today, and who drew it together."},
                           Line{"fact-kept", "Kept. What it was before stays, with its days."},
                           Line{"word-gone", "Kept: {} does not mind that word any more."},
                           Line{"past-added", "Added. It stands in the chronology at its day."},
                           Line{"agency-added", "Added. Each event stands at its day, marked by whose it is."},
                           Line{"row-told", "Kept. The entry stays as it was signed."},
                           Line{"read-through", "Kept: you have read it through."},
                           Line{"edition-kept", "Kept as it stands today."},
                           Line{"outcome-kept", "Kept: what came of it. It stands in the plan and in {}'s story."},
                           Line{"master-said", "Kept: on whose file the chronology of brothers and sisters lies."},
                           Line{"work-begun", "Kept, with its first day. What is due from it stands beside {}'s story."},
                           Line{"work-finished", "Kept: it is finished, and what came of it. It stands in {}'s story."},
                           Line{"work-ended", "Our work with {} has ended. The record stays."},
                           Line{"not-copied-nobody-said", "Kept. The chronology was not copied: say first on its page on whose file it lies, and copy it whole there."},
                           Line{"not-copied-address", "Kept. The chronology was not copied into every file: a row holds an address. Tell that row differently in the chronology, and copy it whole there."},
                           Line{"not-copied-everywhere", "Kept. The chronology was not copied into every file: you may not write into all of them. Ask who may to copy it whole."},
                           Line{"chronology-copied", "Copied whole. It stands below, as it stood today."},
                           Line{"opened", "The record is open for 60 minutes. The managers are told, and {} can see it."}};

} // namespace

std::string checkpoint_line(const House& house) {
    auto parts = split(house.ledger.checkpoint(), '\n');
    return parts.size() < 3 ? std::string() : "Checkpoint " + parts[1] + " " + parts[2].substr(0, 12);
}

std::optional<NotificationBanner> banner_for(const House&, const access::OpenRecord& open, std::string_view code) {
    for (const auto& line : lines) {
        if (line.code != code)
            continue;
        std::string words(line.words);
        for (std::size_t at; (at = words.find("{}")) != std::string::npos;)
            words.replace(at, 2, open.child->first_name());
        return NotificationBanner{code.starts_with("not-copied") ? BannerKind::Important : BannerKind::Success, Phrase(words)};
    }
    return std::nullopt;
}

PrintFrame print_frame(const House& house, const Caller& caller, const access::OpenRecord& open, std::string_view what) {
    auto reminders = reminders_at(house.pack(), "print");
    auto reminder = join(reminders, " ");
    return {open.child->name(), std::string(what),
            "Printed by " + caller.author().full_name + ", " + calendar::in_words(house.now()),
            checkpoint_line(house), reminder};
}

} // namespace lifestory::web::pages
