#include "record/brought_in.h"

namespace lifestory::record {

WorkerNumber brought_in_author() { return WorkerNumber::from_bytes("brought in here."); }

} // namespace lifestory::record
