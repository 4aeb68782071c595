#include "web/pages/new_for_you.h"

#include <algorithm>

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

constexpr std::chrono::days new_for{7};

struct News {
    calendar::Instant at{};
    std::string words; // "Gareth Holloway commented"
    const access::OpenRecord* open = nullptr;
    const record::StoryEntry* story = nullptr;
};

// What is beside one entry of the caller's, by somebody else, and new.
class Gathering {
public:
    Gathering(WorkerNumber worker, calendar::Instant now) : m_worker(worker), m_since(now - new_for) {}

    void look_at(const access::OpenRecord& open, const record::StoryEntry& story) {
        if (story.entry.said.recorded_by.worker != m_worker)
            return;
        take(open, story, story.comments, "commented on");
        take(open, story, story.endorsements, "agreed to");
        take(open, story, story.corrections, "corrected");
        take(open, story, story.additions, "added to");
        for (const auto& asked : story.asked)
            if (!asked.answered_by)
                take_one(open, story, asked.asked, "asks to correct");
    }

    std::vector<News> newest_first() {
        std::stable_sort(m_found.begin(), m_found.end(), [](const News& one, const News& other) { return one.at > other.at; });
        return m_found;
    }

private:
    template <class What>
    void take(const access::OpenRecord& open, const record::StoryEntry& story, const std::vector<record::Beside<What>>& all, const std::string& did) {
        for (const auto& one : all)
            take_one(open, story, one, did);
    }

    template <class What>
    void take_one(const access::OpenRecord& open, const record::StoryEntry& story, const record::Beside<What>& one, const std::string& did) {
        if (one.by.worker != m_worker && one.at >= m_since)
            m_found.push_back({one.at, one.by.full_name + " " + did, &open, &story});
    }

    WorkerNumber m_worker;
    calendar::Instant m_since;
    std::vector<News> m_found;
};

} // namespace

Html new_for_you(const House& house, const Caller& caller, std::span<const access::OpenRecord> own) {
    Gathering gathering(caller.worker(), house.now());
    for (const auto& open : own)
        for (const auto& story : open.child->story)
            gathering.look_at(open, story);
    WorkList list;
    list.title = "New for you";
    list.empty_words = "No comments, answers or corrections in the last seven days.";
    for (const auto& news : gathering.newest_first()) {
        auto name = news.open->child->first_name();
        auto what = within_a_sentence(news.story->name()) + " of " + calendar::in_words(news.story->day());
        list.rows.push_back({news.words + " your " + what + ", " + name, Phrase(calendar::in_words(calendar::london_day(news.at))),
                             html("<a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                                  path("/children/{}/entries/{}", news.open->record.hex(), news.story->entry.id.hex()), what, name)});
    }
    return work_list(list);
}

} // namespace lifestory::web::pages
