// What a member of an entry can be, beside a struct that tells its fields: for those who write and read every kind by one template.
#pragma once

#include <optional>
#include <type_traits>
#include <vector>

#include "base/numbers.h"

namespace lifestory::record {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsNumber : std::false_type {};
template <class Kind>
struct IsNumber<Number128<Kind>> : std::true_type {};

} // namespace lifestory::record
