// The machine failed (disk, memory, a store that lies): thrown, caught only in the request loop and in main.
#pragma once

#include <stdexcept>
#include <string>

namespace lifestory {

class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace lifestory
