# shellcheck shell=bash
# Sources of the libraries that are compiled with the project, unpacked once into the cache and
# checked by hash. On Debian they are the tarballs of its source packages, taken by exact name from
# the pool of the machine's own mirror; elsewhere, or when the pool has them no longer, they come
# from upstream. Where neither is to be had, CMake tries by itself (cmake/dependencies.cmake).

# name | path in the Debian archive | SHA-256
waymark_debian_sources='
sdl2 pool/main/libs/libsdl2/libsdl2_2.32.4+dfsg.orig.tar.gz d364cded8bf41f3f503014d3fb6473f1a7077ff468da1638dae4a6bec6ef2277
imgui pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
catch2 pool/main/c/catch2/catch2_3.7.1.orig.tar.gz c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
nlohmann_json pool/main/n/nlohmann-json3/nlohmann-json3_3.11.3.orig.tar.gz 0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
'

# name | address | SHA-256
waymark_upstream_sources='
sdl2 https://github.com/libsdl-org/SDL/releases/download/release-2.32.4/SDL2-2.32.4.tar.gz f15b478253e1ff6dac62257ded225ff4e7d0c5230204ac3450f1144ee806f934
imgui https://codeload.github.com/ocornut/imgui/tar.gz/45acd5e0e82f4c954432533ae9985ff0e1aad6d5 97484925aec2f4d3e913d6644d46b234f8d6d8d98c6aa9c50109e0f0df772090
catch2 https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
nlohmann_json https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz 0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
'

# ensure_sources: sets and exports WAYMARK_SOURCES, a folder with one subfolder a library;
# leaves it unset where the Debian archive is out of reach.
ensure_sources() {
  local key
  key=$(sha256sum <<<"$waymark_debian_sources")
  local folder=$waymark_cache/sources-${key:0:12}
  if [[ ! -d $folder ]]; then
    if ! type -P xz >/dev/null && can_install_packages; then need_packages xz xz-utils; fi
    mkdir -p "$waymark_cache"
    (
      flock 9
      [[ -d $folder ]] || quiet_step "fetch library sources" fetch_sources "$folder"
    ) 9>"$folder.lock" || {
      say "   CMake will try to fetch them itself"
      return 0
    }
  fi
  export WAYMARK_SOURCES=$folder
}

fetch_sources() {
  local folder=$1 partial=$1.partial mirror=''
  if [[ -x /usr/lib/apt/apt-helper && -n $(debian_release) ]]; then mirror=$(debian_mirror); fi
  rm -rf "$partial"
  mkdir -p "$partial" || return 1
  if [[ -z $mirror ]] || ! unpack_all "$partial" "$waymark_debian_sources" fetch_from_pool "${mirror%/}"; then
    unpack_all "$partial" "$waymark_upstream_sources" fetch_from_upstream || return 1
  fi
  mv "$partial" "$folder"
}

# unpack_all FOLDER LIST FETCH [ARGUMENT…]: FETCH gets ARGUMENTs, a place, a file and a hash.
unpack_all() {
  local folder=$1 list=$2 name place hash archive
  shift 2
  while read -r name place hash; do
    [[ -n $name ]] || continue
    archive=$folder/${place##*/}
    rm -rf "${folder:?}/$name"
    "$@" "$place" "$archive" "$hash" &&
      sha256sum --check --quiet <<<"$hash  $archive" &&
      mkdir "$folder/$name" &&
      tar -xf "$archive" -C "$folder/$name" --strip-components=1 --no-same-owner || return 1
    rm -f "$archive"
  done <<<"$list"
}

fetch_from_pool() { /usr/lib/apt/apt-helper download-file "$1/$2" "$3" "SHA256:$4"; }

fetch_from_upstream() { curl --fail --silent --show-error --location --retry 2 --max-time 300 -o "$2" "$1"; }
