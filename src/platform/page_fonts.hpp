// The bundled font's files as the page handed them to the module (its option `fonts`, in the order of FontWeight).
#pragma once

#include <string>

#include "base/font_metrics.hpp"

namespace waymark {

// The TrueType file; empty when the page gave none.
std::string PageFont(FontWeight weight);

}  // namespace waymark
