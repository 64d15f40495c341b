// The short texts of cards.
#pragma once

#include <string>

#include "graph/graph.hpp"
#include "plan/progress_summary.hpp"

namespace waymark {

// "10–14 h", "10 h", "1.5–2 h"; empty when there are none.
std::string HoursText(HourRange hours);
// "10–14 h · optional".
std::string SkillMeta(const Skill& skill);
// "16 skills · 36–48 h"; with `brief` the mean: "16 skills · 42 h".
std::string GroupMeta(const Tally& tally, bool brief);
// "44%": rounded down, so that 100 % means done, and up to 1 % once anything is.
std::string PercentText(const Tally& tally);
// "opens 3 skills"; empty for none.
std::string OpensText(std::size_t unlocked);

}  // namespace waymark
