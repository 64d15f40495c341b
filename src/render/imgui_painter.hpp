// Draws what Dear ImGui has laid out, and keeps its textures. It asks the context for nothing while it draws: in a
// browser every answer is a trip to the GPU's process and back.
#pragma once

#include <GLES3/gl3.h>

#include <cstdint>
#include <vector>

#include "render/gl_program.hpp"
#include "render/shaders.hpp"

struct ImDrawData;
struct ImTextureData;
struct ImTextureRect;

namespace waymark {

// Needs a current WebGL2 context, and ImGui's, in every call but OnContextLost, which needs ImGui's only.
class ImGuiPainter {
 public:
  // Tells the current ImGui context that textures are kept here. Call it again after OnContextLost.
  void Start();
  void LinkProgram() { program_.Link(); }
  // The GL context was lost; ImGui will ask for its textures anew.
  void OnContextLost();

  // Creates, updates and destroys textures as `data` asks. Before anything is drawn with them.
  void UpdateTextures(const ImDrawData& data);
  // The atlas of the texts, once there is one; else 0.
  GLuint Atlas() const;
  // Premultiplied over what is there. The View block's canvas must be `data`'s display. Callbacks are not supported.
  void Draw(const ImDrawData& data);
  // Bytes of vertices and indices sent so far.
  std::uint64_t uploaded() const { return uploaded_; }

 private:
  void Update(ImTextureData& texture);
  void UploadPart(ImTextureData& texture, const ImTextureRect& part);
  void Upload(const ImDrawData& data);

  GlProgram program_{kPanelVertexShader, kTexturedFragmentShader};
  GLuint array_ = 0;
  GLuint vertices_ = 0;
  GLuint indices_ = 0;
  std::vector<unsigned char> bytes_;
  std::vector<unsigned char> sent_;  // what the buffers hold
  std::uint64_t uploaded_ = 0;
};

}  // namespace waymark
