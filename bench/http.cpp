// Serves two bodies, given on the command line as files, until it is told to stop: what bench/http compares with nginx.
//   bench_http PORT HELLO-FILE PAGE-FILE
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "web/http/server.h"

namespace {

using namespace lifestory::web::http;

Handler serving(const char* path) {
    std::ifstream file(path);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return [bytes](const Call&) { return page(bytes); };
}

} // namespace

int main(int count, char** words) {
    if (count != 4)
        return 2;
    Site site{};
    site.router = Router({{Method::Get, "/hello", Reach::Everyone, serving(words[2])},
                          {Method::Get, "/page", Reach::Everyone, serving(words[3])}});
    Settings settings;
    settings.port = static_cast<std::uint16_t>(std::atoi(words[1]));
    settings.signals = Signals::StopTheServer;
    Server(settings, std::move(site)).run();
}
