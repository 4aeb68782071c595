// The technical log: one line an event, on a file descriptor, with UTC time. Holds codes, ids, route patterns and
// numbers; never a path's values, a name or a word that somebody wrote.
#pragma once

#include <string_view>

namespace lifestory::web::http {

class Log {
public:
    static Log to_standard_error() { return Log(2); }
    static Log to(int descriptor) { return Log(descriptor); } // the caller keeps it open
    Log() = default;                                          // says nothing

    void line(std::string_view words) const; // one write: lines of several threads do not mix

private:
    explicit Log(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace lifestory::web::http
