#include "web/pages/api_schemas.h"

#include "base/fault.h"

namespace lifestory::web::pages {

namespace {

JsonObject both() {
    JsonObject all;
    for (auto text : {api_schemas_sent(), api_schemas_answered(), api_schemas_facts()}) {
        auto some = parse_json(text);
        if (!some)
            throw Fault("the schemas of the API are not JSON: " + some.refusal().message);
        for (auto& one : some->as_object())
            all[one.key()] = one.value();
    }
    return all;
}

} // namespace

const JsonObject& api_schemas() {
    static const JsonObject all = both();
    return all;
}

} // namespace lifestory::web::pages
