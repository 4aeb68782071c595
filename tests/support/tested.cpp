// Holds nothing: the library of this name stands for the headers that every test starts with (cmake/tests.cmake).
#include <gtest/gtest.h>
