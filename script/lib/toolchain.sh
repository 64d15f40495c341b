# shellcheck shell=bash
# Where the compilers come from, best first:
#   path    what is on PATH already (emsdk, or a system that has it all)
#   system  Debian 13's own packages, installed with apt
#   root    a Debian 13 folder in the cache, entered with chroot in a mount namespace of its
#           own; this is how Debian 12 gets a current Emscripten

trixie_packages=(emscripten cmake ninja-build g++ clang clang-format clang-tidy libclang-rt-19-dev llvm catch2
  nlohmann-json3-dev ccache nodejs)

# Part of the folder's name: a change makes a new one.
root_recipe="trixie apt ${trixie_packages[*]} 1"

# at_least WANTED HAVE: compares dotted versions.
at_least() { [[ -n $2 && $(printf '%s\n' "$1" "$2" | sort -V | head -n1) == "$1" ]]; }

first_number() { "$@" 2>/dev/null | grep -o -m1 -E '[0-9]+(\.[0-9]+)+' | head -n1; }

emcc_version() {
  local emcc home
  emcc=$(type -P emcc) || return 1
  home=$(dirname "$(readlink -f "$emcc")")
  # Asking emcc itself starts Python, which takes a second.
  if [[ -r $home/emscripten-version.txt ]]; then
    tr -d '"' <"$home/emscripten-version.txt"
  else
    first_number emcc --version
  fi
}

has_cmake_and_ninja() {
  type -P ninja >/dev/null && at_least 3.25 "$(first_number cmake --version)"
}

path_has_web_tools() { at_least 3.1.60 "$(emcc_version)"; }

# GCC 14 and Clang 18 are the first whose C++23 library is what this project compiles with.
path_has_native_tools() {
  at_least 14 "$(g++ -dumpfullversion 2>/dev/null)" && has_cmake_and_ninja
}

# choose_tools KIND: KIND is web or native. Sets waymark_tools to path or root, and installs
# what is missing.
choose_tools() {
  if [[ -n ${WAYMARK_INSIDE_ROOT:-} ]]; then
    waymark_tools=path
  elif [[ $1 == web ]] && path_has_web_tools; then
    has_cmake_and_ninja || need_packages "CMake 3.25 or Ninja" cmake ninja-build
    waymark_tools=path
  elif [[ $1 == native ]] && path_has_native_tools; then
    waymark_tools=path
  elif ! can_install_packages; then
    if [[ $1 == web ]]; then
      fail "install emsdk (Emscripten 3.1.60 or newer), CMake 3.25 and Ninja, put emcc on PATH, and run this again; only Debian 12 and 13 as root are set up by this script."
    else
      fail "install g++ 14 or newer, CMake 3.25 and Ninja, and run this again; only Debian 12 and 13 as root are set up by this script."
    fi
  elif [[ $(debian_release) == 13 ]]; then
    need_packages "the compiler" "${trixie_packages[@]}"
    waymark_tools=path
  else
    ensure_root
    waymark_tools=root
  fi
}

ensure_root() {
  local key
  type -P mount >/dev/null || need_packages mount mount
  key=$(sha256sum <<<"$root_recipe")
  waymark_tool_root=$waymark_cache/root-${key:0:12}
  [[ -d $waymark_tool_root ]] && return 0
  type -P mmdebstrap >/dev/null || need_packages mmdebstrap mmdebstrap
  mkdir -p "$waymark_cache"
  (
    flock 9
    [[ -d $waymark_tool_root ]] || quiet_step "make the Debian 13 tool folder (2.7 GB, about a minute)" make_root
  ) 9>"$waymark_tool_root.lock" || fail "the Debian 13 tool folder could not be made; the lines above say why."
}

make_root() {
  local mirror partial=$waymark_tool_root.partial include
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || { say "no Debian mirror is named in this machine's apt sources"; return 1; }
  include=$(IFS=,; echo "${trixie_packages[*]}")
  rm -rf "$partial"
  mmdebstrap --variant=apt --aptopt='Acquire::Languages "none"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --include="$include" trixie "$partial" "$mirror" || return 1
  mv "$partial" "$waymark_tool_root"
}

# tool_environment: sets waymark_environment, the only variables that reach the tools in the root.
tool_environment() {
  local name
  waymark_environment=(HOME="$waymark_cache/home" LANG=C.UTF-8
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin WAYMARK_INSIDE_ROOT=1)
  for name in TERM CI TMPDIR CTEST_OUTPUT_ON_FAILURE ${!WAYMARK_@} ${!EM_@} ${!EMCC_@} ${!CCACHE_@} \
    ${!ASAN_@} ${!UBSAN_@} ${!CMAKE_@}; do
    [[ -n ${!name:-} ]] && waymark_environment+=("$name=${!name}")
  done
}

# Runs as the first program of a private mount namespace: shows the root the work tree, the
# cache and the kernel's own folders at their usual addresses, then becomes the command.
# shellcheck disable=SC2016 # sh expands them
enter_root='
set -e
root=$1 folder=$2
shift 2
while [ "$1" != -- ]; do
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  shift
done
shift
exec chroot "$root" /usr/bin/env --chdir="$folder" -i "$@"
'

# run_in_root CMD…: replaces this process by CMD inside the tool root.
run_in_root() {
  local binds=(/proc /dev /sys /tmp) propagation=private folder
  folder=$(pwd -P)
  binds+=("$waymark_root" "$waymark_cache")
  [[ $folder/ == "$waymark_root"/* || $folder/ == /tmp/* ]] || binds+=("$folder")
  tool_environment
  mkdir -p "$waymark_cache/home"
  if ! unshare --mount --propagation private true 2>/dev/null; then
    # Inside a plain chroot there is no mount point whose propagation could be set.
    unshare --mount --propagation unchanged true 2>/dev/null ||
      fail "this container may not mount folders: start it with that right (docker: --privileged), or put emsdk's emcc 3.1.60 or newer on PATH."
    propagation=unchanged
  fi
  exec unshare --mount --propagation "$propagation" sh -c "$enter_root" waymark-tools \
    "$waymark_tool_root" "$folder" "${binds[@]}" -- "${waymark_environment[@]}" "$@"
}

# compiler_caches: keeps what the compilers can reuse outside the work tree, so that a clean
# checkout is quick as well.
compiler_caches() {
  export CCACHE_DIR=${CCACHE_DIR:-$waymark_cache/ccache}
  export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$waymark_root} CCACHE_NOHASHDIR=1
  # Debian freezes its prebuilt libraries; ours need variants that it lacks.
  export EM_FROZEN_CACHE=0
  if [[ -n ${EM_CACHE:-} ]]; then
    return 0
  elif [[ $waymark_tools == root ]]; then
    # Debian's libraries come compiled; the few that we add stay beside them.
    export EM_CACHE=/usr/share/emscripten/cache
  elif [[ -d /usr/share/emscripten/cache && $(readlink -f "$(type -P emcc)") == /usr/share/emscripten/* ]]; then
    EM_CACHE=$waymark_cache/emscripten-$(emcc_version)
    export EM_CACHE
    [[ -d $EM_CACHE ]] || quiet_step "copy Emscripten's libraries" copy_emscripten_cache
  fi
}

copy_emscripten_cache() {
  (
    flock 9
    [[ -d $EM_CACHE ]] && exit
    rm -rf "$EM_CACHE.partial"
    cp -a --reflink=auto /usr/share/emscripten/cache "$EM_CACHE.partial" && mv "$EM_CACHE.partial" "$EM_CACHE"
  ) 9>"$EM_CACHE.lock"
}
