# shellcheck shell=bash
# Sources of the libraries that are compiled with the project, unpacked once into the cache.
# They are the upstream tarballs of Debian source packages, taken from the pool of the
# machine's own mirror by exact name, and checked by hash. Where there is no such mirror,
# CMake fetches the same versions from upstream (cmake/dependencies.cmake).

# name | path in the Debian archive | SHA-256
waymark_source_list='
sdl2 pool/main/libs/libsdl2/libsdl2_2.32.4+dfsg.orig.tar.gz d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277
imgui pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
catch2 pool/main/c/catch2/catch2_3.7.1.orig.tar.gz c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
nlohmann_json pool/main/n/nlohmann-json3/nlohmann-json3_3.11.3.orig.tar.gz 0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
'

# ensure_sources: sets and exports WAYMARK_SOURCES, a folder with one subfolder a library;
# leaves it unset where the Debian archive is out of reach.
ensure_sources() {
  local key
  key=$(sha256sum <<<"$waymark_source_list")
  local folder=$waymark_cache/sources-${key:0:12}
  if [[ ! -d $folder ]]; then
    [[ -x /usr/lib/apt/apt-helper && -n $(debian_release) ]] || return 0
    if ! type -P xz >/dev/null && can_install_packages; then need_packages xz xz-utils; fi
    mkdir -p "$waymark_cache"
    (
      flock 9
      [[ -d $folder ]] || quiet_step "fetch library sources" fetch_sources "$folder"
    ) 9>"$folder.lock" || {
      say "   not to be had from the Debian mirror; CMake fetches them from upstream"
      return 0
    }
  fi
  export WAYMARK_SOURCES=$folder
}

fetch_sources() {
  local folder=$1 partial=$1.partial mirror name path hash archive
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || return 1
  rm -rf "$partial"
  mkdir -p "$partial" || return 1
  while read -r name path hash; do
    [[ -n $name ]] || continue
    archive=$partial/${path##*/}
    /usr/lib/apt/apt-helper download-file "${mirror%/}/$path" "$archive" "SHA256:$hash" &&
      sha256sum --check --quiet <<<"$hash  $archive" &&
      mkdir "$partial/$name" &&
      tar -xf "$archive" -C "$partial/$name" --strip-components=1 --no-same-owner || return 1
    rm -f "$archive"
  done <<<"$waymark_source_list"
  # Its dangling links stop emcc from copying the folder.
  rm -rf "$partial/sdl2/android-project-ant"
  mv "$partial" "$folder"
}
