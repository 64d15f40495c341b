// What is to be said to a person, not yet in any language: the id of a message and what goes into it. The catalogue of
// a language (base/message_catalogue.hpp, assets/messages) makes a sentence of it; the page has it in its own
// formatter (web/src/lib/messages.ts).
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace waymark {

struct Message;

// The id of a message, always a literal: "<area>.<what>". tests/messages holds all of them against the catalogue.
class MessageId {
 public:
  constexpr MessageId() = default;  // of the empty message
  consteval MessageId(const char* id) : id_(id) {}

  operator std::string_view() const { return id_; }
  friend bool operator==(const MessageId&, const MessageId&) = default;

 private:
  std::string_view id_;
};

// A text (a title, a name), a number, or another message.
struct MessageArgument {
  // vector: a message holds arguments, so one inside an argument needs a place of its own. It holds exactly one.
  using Value = std::variant<std::string, double, std::vector<Message>>;

  MessageArgument(const char* argument_name, std::string text);
  MessageArgument(const char* argument_name, std::string_view text);
  MessageArgument(const char* argument_name, const char* text);
  template <class Number>
    requires(std::integral<Number> || std::floating_point<Number>)
  MessageArgument(const char* argument_name, Number number);
  MessageArgument(const char* argument_name, Message message);

  std::string_view name;  // a literal
  Value value;
};
bool operator==(const MessageArgument& a, const MessageArgument& b);

struct Message {
  MessageId id;  // empty: nothing to say
  std::vector<MessageArgument> arguments = {};

  Message() = default;
  Message(MessageId message_id, std::vector<MessageArgument> with = {}) : id(message_id), arguments(std::move(with)) {}
  // A sentence that is no message of the catalogue yet.
  template <std::same_as<std::string> Sentence>
  Message(Sentence sentence) : Message(MessageId("plain.text"), {{"text", std::move(sentence)}}) {}

  bool empty() const { return std::string_view(id).empty(); }
  friend bool operator==(const Message& a, const Message& b) = default;
};

inline MessageArgument::MessageArgument(const char* argument_name, std::string text)
    : name(argument_name), value(std::move(text)) {}
inline MessageArgument::MessageArgument(const char* argument_name, std::string_view text)
    : name(argument_name), value(std::string(text)) {}
inline MessageArgument::MessageArgument(const char* argument_name, const char* text)
    : name(argument_name), value(std::string(text)) {}
template <class Number>
  requires(std::integral<Number> || std::floating_point<Number>)
MessageArgument::MessageArgument(const char* argument_name, Number number)
    : name(argument_name), value(static_cast<double>(number)) {}
inline MessageArgument::MessageArgument(const char* argument_name, Message message)
    : name(argument_name), value(std::vector<Message>{std::move(message)}) {}
inline bool operator==(const MessageArgument& a, const MessageArgument& b) {
  return a.name == b.name && a.value == b.value;
}

}  // namespace waymark
