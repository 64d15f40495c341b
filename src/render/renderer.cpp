#include "render/renderer.hpp"

#include <cmath>

#include "render/gl_program.hpp"
#include "render/shaders.hpp"

namespace waymark {
namespace {

// The View block of kShaderHead (std140).
struct ViewBlock {
  float camera[4];
  float target[4];
  float ground[4];
  float dots[4];
};

void Premultiply(Color color, float (&out)[4]) {
  const auto channel = [&](int shift) { return static_cast<float>((color.rgba >> shift) & 0xff) / 255.0f; };
  const float alpha = channel(0);
  out[0] = channel(24) * alpha;
  out[1] = channel(16) * alpha;
  out[2] = channel(8) * alpha;
  out[3] = alpha;
}

bool Visible(Color color) { return (color.rgba & 0xff) != 0; }

}  // namespace

Camera PixelSnapped(const Camera& camera, const Viewport& viewport) {
  const float scale = camera.zoom * viewport.dpr;
  const auto snapped = [&](float center, float size) {
    const float half = std::round(size * viewport.dpr) * 0.5f;
    return (std::round(center * scale - half) + half) / scale;
  };
  return {{snapped(camera.center.x, viewport.width), snapped(camera.center.y, viewport.height)}, camera.zoom};
}

Result<void> Renderer::Start() {
  const auto link = [](GLuint& program, const char* vertex, const char* fragment) -> Result<void> {
    const Result<GLuint> linked = LinkProgram(vertex, fragment);
    if (!linked) return std::unexpected(linked.error());
    program = *linked;
    return {};
  };
  return link(ground_program_, kGroundVertexShader, kGroundFragmentShader)
      .and_then([&] { return link(programs_.shapes, kShapeVertexShader, kShapeFragmentShader); })
      .and_then([&] { return link(programs_.curves, kCurveVertexShader, kCurveFragmentShader); })
      .transform([&] {
        glGenVertexArrays(1, &no_vertices_);
        glGenBuffers(1, &view_buffer_);
        glBindBuffer(GL_UNIFORM_BUFFER, view_buffer_);
        glBufferData(GL_UNIFORM_BUFFER, sizeof(ViewBlock), nullptr, GL_DYNAMIC_DRAW);
      });
}

void Renderer::Forget() { *this = {}; }

void Renderer::BeginFrame(const Camera& camera, const Viewport& viewport, const GroundColors& colors) {
  const float width = std::round(viewport.width * viewport.dpr), height = std::round(viewport.height * viewport.dpr);
  ViewBlock view = {.camera = {camera.center.x, camera.center.y, camera.zoom * viewport.dpr, viewport.dpr},
                    .target = {width * 0.5f, height * 0.5f, 2 / width, 2 / height},
                    .ground = {},
                    .dots = {}};
  Premultiply(colors.ground, view.ground);
  Premultiply(colors.dots, view.dots);
  glBindBufferBase(GL_UNIFORM_BUFFER, kViewBinding, view_buffer_);
  glBufferSubData(GL_UNIFORM_BUFFER, 0, sizeof(view), &view);

  glViewport(0, 0, static_cast<GLsizei>(width), static_cast<GLsizei>(height));
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_BLEND);
  if (Visible(colors.dots)) {
    glUseProgram(ground_program_);
    glBindVertexArray(no_vertices_);
    glDrawArrays(GL_TRIANGLES, 0, 3);
  } else {
    glClearColor(view.ground[0], view.ground[1], view.ground[2], view.ground[3]);
    glClear(GL_COLOR_BUFFER_BIT);
  }
}

void Renderer::Upload(Layer layer, const Scene& scene) { layers_[static_cast<std::size_t>(layer)].Upload(scene, quads_); }

void Renderer::Draw(Layer layer) const {
  glDisable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBindBufferBase(GL_UNIFORM_BUFFER, kViewBinding, view_buffer_);
  layers_[static_cast<std::size_t>(layer)].Draw(programs_);
}

std::size_t Renderer::gpu_bytes() const {
  std::size_t bytes = 0;
  for (const SceneBatch& layer : layers_) bytes += layer.gpu_bytes();
  return bytes;
}

}  // namespace waymark
