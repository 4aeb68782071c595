// The commands of the program. Exit status: 0 for a "yes", 1 for a "no" or for input that cannot be read, 2 for a bad
// call; errors are one plain sentence on `err` (of a refused pack, a line each).
#pragma once

#include <iosfwd>

namespace lifestory::app {

int run_command_line(int count, const char* const* arguments, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
