#include "web/http/response.h"

namespace lifestory::web::http {

Response page(std::string html, int status) {
    Response response;
    response.status = status;
    response.body = std::move(html);
    return response;
}

Response json(std::string text, int status) {
    Response response;
    response.status = status;
    response.content_type = "application/json";
    response.body = std::move(text);
    return response;
}

Response see_other(std::string path) {
    Response response;
    response.status = 303;
    response.content_type.clear();
    response.headers.add("Location", std::move(path));
    return response;
}

Response no_content() {
    Response response;
    response.status = 204;
    response.content_type.clear();
    return response;
}

} // namespace lifestory::web::http
