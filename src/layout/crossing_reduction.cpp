#include "layout/crossing_reduction.hpp"

#include <utility>

#include "layout/order_sweeps.hpp"
#include "layout/random.hpp"
#include "layout/vertex_order.hpp"

namespace waymark {
namespace {

struct Effort {
  int starts;
  int stale_sweeps;  // a start is given up after so many sweeps without a better order
};

Effort EffortFor(LayoutQuality quality) {
  switch (quality) {
    case LayoutQuality::kFast: return {1, 4};
    case LayoutQuality::kBalanced: return {4, 6};
    case LayoutQuality::kBest: return {12, 8};
  }
  return {1, 4};
}

}  // namespace

void OrderVertices(LayeredPart& part, LayoutQuality quality) {
  const VertexGraph graph(part);
  OrderSweeper sweeper(graph);
  CrossingCounter counter;
  Random random(1);
  const Effort effort = EffortFor(quality);
  std::int64_t work = 400'000'000;
  VertexOrder best = sweeper.Start(nullptr);
  std::int64_t fewest = counter.CountAll(graph, best);
  for (int start = 0; start < effort.starts && fewest > 0 && work > 0; ++start) {
    VertexOrder order = start == 0 ? best : sweeper.Start(&random);
    std::int64_t here = counter.CountAll(graph, order);
    for (int sweep = 0, stale = 0; stale < effort.stale_sweeps && work > 0; ++sweep, ++stale) {
      sweeper.Sweep(order, sweep % 2 == 0, sweep % 4 >= 2, work);
      sweeper.Exchange(order, work);
      const std::int64_t crossings = counter.CountAll(graph, order);
      if (crossings < here) here = crossings, stale = 0;
      if (crossings < fewest) fewest = crossings, best = order;
    }
  }
  part.layer_begin = graph.layer_begin;
  part.order = std::move(best.order);
}

}  // namespace waymark
