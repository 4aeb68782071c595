// All the components: GOV.UK Frontend's (fields, choices, blocks, lists) and our own (voices, story, work, figure).
#pragma once

#include "web/html/blocks.h"
#include "web/html/choices.h"
#include "web/html/draft.h"
#include "web/html/fields.h"
#include "web/html/figure.h"
#include "web/html/forms.h"
#include "web/html/lists.h"
#include "web/html/ours.h"
