# Run as a script: writes OUTPUT, a source that defines the std::string_view SYMBOL with the text of INPUT.
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}" "#include <string_view>

namespace waymark {
extern const std::string_view ${SYMBOL};
const std::string_view ${SYMBOL} = R\"embedded(${text})embedded\";
}  // namespace waymark
")
