#include "web/pages/story_pictures.h"

#include <algorithm>

#include "base/text.h"
#include "web/pages/about_child.h"
#include "web/pages/entry_files.h"

namespace lifestory::web::pages {

namespace {

using record::StoryEntry;

bool chose(const StoryEntry& story, std::string_view item, std::string_view beginning) {
    const auto* form = story.form();
    const auto chosen = form ? form->chosen(std::string(item)) : std::vector<std::string>();
    return std::ranges::any_of(chosen, [&](const auto& one) { return one.starts_with(beginning); });
}

bool is_held_back(const StoryEntry& story) { return story.release() && story.release()->how == "not-yet"; }

std::string about_it(const StoryEntry& story) {
    auto words = trim(record::words_now(story, "content"));
    if (words.ends_with('.'))
        words.pop_back();
    if (words.empty())
        words = capital(join(story.form()->chosen("what-it-is"), ", "));
    return (words.empty() ? story.name() : words) + ", " + calendar::in_words(story.day());
}

std::string name_in_file(std::size_t at, const record::File& file) { return "picture-" + std::to_string(at) + (file.kind == "photograph (JPEG)" ? ".jpg" : ".png"); }

Html beside(const std::string& name) {
    return unchecked_html("<img src=\"" + name + "\" width=\"400\" alt=\"\">"); // why: a name of our own, no address of the site; a number and nothing typed
}

} // namespace

std::vector<StoryPicture> pictures_for(const access::OpenRecord& open, const std::vector<const StoryEntry*>& given) {
    std::vector<const StoryEntry*> from;
    for (const auto& story : open.child->story) {
        const bool is_given = std::ranges::find(given, &story) != given.end();
        const bool is_hers = chose(story, "belongs", "yours") && !is_held_back(story);
        if (story.form() && !story.withdrawn() && (is_given || is_hers))
            from.push_back(&story);
    }
    std::ranges::stable_sort(from, {}, [](const auto* one) { return one->day(); });
    std::vector<StoryPicture> all;
    for (const auto* story : from)
        for (const auto& file : story->form()->files())
            if (is_picture(file))
                all.push_back({story, file, about_it(*story)});
    return all;
}

Html pictures_in_page(const access::OpenRecord& open, const std::vector<StoryPicture>& pictures) {
    Html all;
    for (const auto& one : pictures)
        all += html("<figure class=\"app-book__photograph\">{}<figcaption class=\"govuk-body\">{}</figcaption></figure>", picture_of_file(open, *one.story, one.file, one.about), one.about);
    return all;
}

Html pictures_in_file(const std::vector<StoryPicture>& pictures) {
    Html all;
    for (std::size_t at = 0; at < pictures.size(); ++at)
        all += html("<p>{}</p><p>{}</p>", beside(name_in_file(at, pictures[at].file)), pictures[at].about);
    return all;
}

std::vector<exports::BookPicture> picture_files(const House& house, const access::OpenRecord& open, const std::vector<StoryPicture>& pictures) {
    std::vector<exports::BookPicture> all;
    for (std::size_t at = 0; at < pictures.size(); ++at)
        if (auto bytes = bytes_of_file(house, open, *pictures[at].story, pictures[at].file.number.hex()))
            all.push_back({name_in_file(at, pictures[at].file), std::move(*bytes)});
    return all;
}

} // namespace lifestory::web::pages
