// The headers that protect every answer. ASVS 5.0, 3.4.1 to 3.4.8 and 14.3.2; no inline script or style, nothing from
// another host, no frame around us.
#pragma once

#include "web/http/request.h"
#include "web/http/response.h"

namespace lifestory::web::http {

// Adds them; a header that the page set itself stays as it is.
void protect(Response& response, Transport transport);

} // namespace lifestory::web::http
