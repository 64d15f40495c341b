// The short texts of cards, in the language of `messages`.
#pragma once

#include <string>

#include "base/message_catalogue.hpp"
#include "graph/graph.hpp"
#include "plan/progress_summary.hpp"

namespace waymark {

// "16 skills".
std::string SkillCount(const MessageCatalogue& messages, std::size_t count);
// "10–14 h", "10 h", "1.5–2 h"; empty when there are none.
std::string HoursText(const MessageCatalogue& messages, HourRange hours);
// "10–14 h · optional".
std::string SkillMeta(const MessageCatalogue& messages, const Skill& skill);
// "16 skills · 36–48 h"; with `brief` the mean: "16 skills · 42 h".
std::string GroupMeta(const MessageCatalogue& messages, const Tally& tally, bool brief);
// "44%": rounded down, so that 100 % means done, and up to 1 % once anything is.
std::string PercentText(const MessageCatalogue& messages, const Tally& tally);
// "opens 3 skills"; empty for none.
std::string OpensText(const MessageCatalogue& messages, std::size_t unlocked);

}  // namespace waymark
