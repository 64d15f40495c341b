#include "render/imgui_painter.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "render/gl_buffers.hpp"

namespace waymark {
namespace {

GLuint NameOf(ImTextureID id) { return static_cast<GLuint>(id); }

}  // namespace

void ImGuiPainter::Start() {
  glGenVertexArrays(1, &array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  FloatAttribute(0, 2, sizeof(ImDrawVert), offsetof(ImDrawVert, pos));
  FloatAttribute(1, 2, sizeof(ImDrawVert), offsetof(ImDrawVert, uv));
  ColorAttribute(2, sizeof(ImDrawVert), offsetof(ImDrawVert, col));
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  glBindVertexArray(0);
  GLint widest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &widest);
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = widest;
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
}

void ImGuiPainter::OnContextLost() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  *this = {};
}

void ImGuiPainter::UpdateTextures(const ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status != ImTextureStatus_OK) Update(*texture);
  }
}

void ImGuiPainter::Update(ImTextureData& texture) {
  GLuint name = NameOf(texture.TexID);
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      glGenTextures(1, &name);
      glBindTexture(GL_TEXTURE_2D, name);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
      glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                   texture.GetPixels());
      texture.SetTexID(static_cast<ImTextureID>(name));
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantUpdates:
      glBindTexture(GL_TEXTURE_2D, name);
      UploadPart(texture, texture.UpdateRect);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames == 0) break;
      glDeleteTextures(1, &name);
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      break;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
}

// WebGL takes whole rows only.
void ImGuiPainter::UploadPart(ImTextureData& texture, const ImTextureRect& r) {
  const std::size_t row = static_cast<std::size_t>(r.w) * static_cast<std::size_t>(texture.BytesPerPixel);
  bytes_.resize(row * r.h);
  for (int y = 0; y < r.h; ++y) {
    std::memcpy(bytes_.data() + row * static_cast<std::size_t>(y), texture.GetPixelsAt(r.x, r.y + y), row);
  }
  glTexSubImage2D(GL_TEXTURE_2D, 0, r.x, r.y, r.w, r.h, GL_RGBA, GL_UNSIGNED_BYTE, bytes_.data());
}

GLuint ImGuiPainter::Atlas() const {
  const ImTextureData* texture = ImGui::GetIO().Fonts->TexData;
  return texture != nullptr ? NameOf(texture->TexID) : 0;
}

// All lists in one buffer each for vertices and indices; the indices count from the buffer's start. What is there
// already is not sent again.
void ImGuiPainter::Upload(const ImDrawData& data) {
  const auto vertex_bytes = static_cast<std::size_t>(data.TotalVtxCount) * sizeof(ImDrawVert);
  const auto index_bytes = static_cast<std::size_t>(data.TotalIdxCount) * sizeof(ImDrawIdx);
  bytes_.resize(vertex_bytes + index_bytes);
  unsigned char* vertices = bytes_.data();
  unsigned char* indices = bytes_.data() + vertex_bytes;
  ImDrawIdx base = 0;
  for (const ImDrawList* list : data.CmdLists) {
    const auto size = static_cast<std::size_t>(list->VtxBuffer.size_in_bytes());
    std::memcpy(vertices, list->VtxBuffer.Data, size);
    vertices += size;
    for (const ImDrawIdx index : list->IdxBuffer) {
      const ImDrawIdx moved = index + base;
      std::memcpy(indices, &moved, sizeof(moved));
      indices += sizeof(moved);
    }
    base += static_cast<ImDrawIdx>(list->VtxBuffer.Size);
  }
  if (bytes_ == sent_) return;
  uploaded_ += bytes_.size();
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertex_bytes), bytes_.data(), GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(index_bytes), bytes_.data() + vertex_bytes,
               GL_STREAM_DRAW);
  sent_.swap(bytes_);
}

void ImGuiPainter::Draw(const ImDrawData& data) {
  if (data.TotalIdxCount == 0) return;
  program_.Use();
  glBindVertexArray(array_);
  Upload(data);
  glEnable(GL_SCISSOR_TEST);
  const auto height = static_cast<GLint>(data.DisplaySize.y);
  std::size_t first = 0, count = 0;  // indices that wait to be drawn together
  GLuint bound = 0;
  ImVec4 clip = {-1, -1, -1, -1};
  const auto flush = [&] {
    DrawTriangles(first, count);
    first += count;
    count = 0;
  };
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4& rect = command.ClipRect;
      const GLuint texture = NameOf(command.GetTexID());
      const bool same =
          texture == bound && rect.x == clip.x && rect.y == clip.y && rect.z == clip.z && rect.w == clip.w;
      if (!same) {
        flush();
        bound = texture;
        clip = rect;
        glBindTexture(GL_TEXTURE_2D, texture);
        glScissor(static_cast<GLint>(rect.x), height - static_cast<GLint>(rect.w),
                  std::max(0, static_cast<GLint>(rect.z - rect.x)), std::max(0, static_cast<GLint>(rect.w - rect.y)));
      }
      count += command.ElemCount;
    }
  }
  flush();
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

}  // namespace waymark
