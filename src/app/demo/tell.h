// One step of the demonstration as the act of a worker.
#pragma once

#include "app/demo/steps.h"
#include "app/demo/town.h"

namespace lifestory::app::demo {

void tell_authority(Town& town);
void tell(Town& town, const Step& step);

// The form of a draft or entry for one child, as far as the data fills it in.
record::Form form_for(Town& town, const FamilyOf& family, const std::string& child, const policy::RecordType& type, const Node* answers,
                      const Node* of_the_child, Day day);
const policy::RecordType* type_of(Town& town, const std::string& type, const Stands& at);

} // namespace lifestory::app::demo
