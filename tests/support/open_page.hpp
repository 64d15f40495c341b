// A page with the sample road open, which saves as soon as it is asked to.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <utility>

#include "app/engine.hpp"
#include "support/memory_host.hpp"
#include "support/sample_roadmap.hpp"

namespace waymark::test {

struct OpenPage {
  MemoryHost host;
  Engine engine;

  // Pages that share `items` are tabs of one browser.
  explicit OpenPage(std::shared_ptr<MemoryHost::Items> items = std::make_shared<MemoryHost::Items>())
      : host(std::move(items)), engine(host) {
    host.on_save_request = [this] { engine.Send(SaveNow{}); };
    REQUIRE(engine.Open(SampleJson(), "sample.json"));
    engine.Send(Resize{kWindow});
  }
};

}  // namespace waymark::test
