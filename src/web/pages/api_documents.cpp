#include "web/pages/api_documents.h"

#include "web/pages/documents.h"
#include "web/pages/entry_files.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

JsonArray files_json(const record::StoryEntry& story) {
    JsonArray all;
    for (const auto& file : story.form()->files())
        all.push_back(JsonObject{{"file", file.number.hex()}, {"name", file.name}, {"kind", file.kind}, {"length", static_cast<std::int64_t>(file.length)},
                                 {"sha256", file.sha256}});
    return all;
}

JsonObject document_json(const record::StoryEntry& story) {
    return {{"entry", story.entry.id.hex()}, {"name", story.name()}, {"day", calendar::iso(story.day())}, {"files", files_json(story)}};
}

} // namespace

http::Response api_documents(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !sees_all(*open))
        return api_not_found();
    JsonArray documents;
    for (const auto& filed : documents_in(*open->child)) {
        auto document = document_json(*filed.story);
        JsonArray former;
        for (const auto* older : filed.former)
            former.push_back(document_json(*older));
        document["former"] = former;
        documents.push_back(document);
    }
    return api_answer(JsonObject{{"child", open->record.hex()}, {"documents", documents}});
}

http::Response api_file(const ApiCall& api) {
    auto entry = entry_opened(api.house, api.call);
    if (!entry || !names_file(*entry->story, api.call.parameter("file")))
        return api_not_found();
    return file_answer(api.house, api.call, entry->open, *entry->story, api.call.parameter("file"));
}

} // namespace lifestory::web::pages
