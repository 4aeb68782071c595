// The program's front door: reads the command line (its names and shapes are promises, docs/formats/command-line.md)
// and hands it to one command. Faults end here, as one plain sentence.
#include <iostream>

#include "app/command_line.h"
#include "base/fault.h"

int main(int count, char** arguments) {
    try {
        return lifestory::app::run_command_line(count, arguments, std::cout, std::cerr);
    } catch (const lifestory::Fault& fault) {
        std::cerr << "The machine failed: " << fault.what() << "\n";
    } catch (const std::exception& error) {
        std::cerr << "Something went wrong that should not have: " << error.what() << "\n";
    }
    return 1;
}
