// What is due for a child as JSON, how each date was counted, and saying why something is late.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

enum class WhichDue { Open, All };
JsonArray due_json(const House& house, const Judged& judged, WhichDue which);
JsonObject owed_json(const House& house, const policy::Obligation& owed);

http::Response api_due(const ApiCall& api);
http::Response api_due_item(const ApiCall& api);
http::Response api_say_why_late(const ApiCall& api);

} // namespace lifestory::web::pages
