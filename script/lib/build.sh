# shellcheck shell=bash
# The parts of a build, each of which does nothing when it is up to date. Needs common.sh and
# toolchain.sh.

waymark_tools_command=$waymark_root/script/tools

# ensure_tools KIND…: sets up the compilers, with progress, before any quiet step uses them.
ensure_tools() {
  local kind
  for kind; do
    "$waymark_tools_command" "--$kind" true || exit 1
  done
}

ensure_node() {
  if ! at_least 18.19 "$(first_number node --version)" || ! type -P npm >/dev/null; then
    need_packages "Node 18.19 or newer with npm" nodejs npm
  fi
}

# The npm packages of package-lock.json; a copy of it tells whether they are there already.
ensure_npm_packages() {
  local stamp=$waymark_root/node_modules/.waymark-lock
  ensure_node
  cmp -s "$waymark_root/package-lock.json" "$stamp" && return 0
  quiet_step "npm packages" npm --prefix "$waymark_root" ci --ignore-scripts --no-progress
  cp "$waymark_root/package-lock.json" "$stamp"
}

build_fonts() { node "$waymark_root/script/build_fonts.mjs"; }

# build KIND PRESET TARGET…: configures PRESET when its configuration is not the present one, and
# builds TARGETs. Two builds of one preset wait for each other.
build() {
  choose_tools "$1"
  cd "$waymark_root" || return
  mkdir -p build
  (
    flock 8
    configure_and_build "$@"
  ) 8>"build/$2.lock"
}

configure_and_build() {
  local kind=$1 preset=$2 folder=build/$2 werror=OFF wanted
  shift 2
  # The tool root's compilers never change, so no new warning can stop a build that once passed.
  [[ -n ${CI:-} || $waymark_tools == root ]] && werror=ON
  wanted=$(
    echo "$waymark_tools ${waymark_tool_root:-$PATH} $werror ${WAYMARK_SOURCES:-} $waymark_root"
    sha256sum <CMakePresets.json
  )
  if [[ ! -f $folder/build.ninja || $(cat "$folder/configured_by" 2>/dev/null) != "$wanted" ]]; then
    "$waymark_tools_command" "--$kind" cmake --preset "$preset" --fresh "-DWAYMARK_WERROR=$werror" || return
    echo "$wanted" >"$folder/configured_by"
  fi
  "$waymark_tools_command" "--$kind" cmake --build "$folder" --target "$@"
}

build_command_line_tool() { build native release waymark; }

# The page's engine, the benchmark's, and the command-line tool for Node, all of the same object files.
build_web() { build web web waymark_web waymark_web_bench waymark; }

bundle_site() { node "$waymark_root/script/build_site.mjs" >&2; }

# build_everything_for_site: from nothing, or from what is there, to build/site.
build_everything_for_site() {
  ensure_tools web
  ensure_npm_packages
  quiet_step "fonts" build_fonts || return
  quiet_step "engine (WebAssembly)" build_web || return
  step "page" bundle_site
}
