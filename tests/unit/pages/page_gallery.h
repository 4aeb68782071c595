// A page that shows every component of ours, with invented people: looked at by tests, and by people in a
// browser.
#pragma once

#include "web/pages/layout.h"

namespace lifestory::web {

PageFrame frame_of_gallery();
Html gallery();      // as one scrolls it: all components
Html writing_page(); // the page that records a visit, in outline, with things to look at

} // namespace lifestory::web
