# shellcheck shell=bash
# Shared by the scripts in script/: progress lines, timed steps, packages of the host.
# Everything a person reads goes to stderr, so that stdout stays the command's own.

waymark_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
waymark_cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/waymark

# say TEXT…: one line for a person.
say() { printf '%s\n' "$*" >&2; }

# fail SENTENCE: says what to do and ends the script.
fail() {
  say "waymark: $*"
  exit 1
}

now_ms() { local t=$EPOCHREALTIME; echo $((${t%[.,]*} * 1000 + 10#${t#*[.,]} / 1000)); }

seconds_since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# step NAME CMD…: runs CMD with its output passed through, then prints NAME and its time.
step() {
  local name=$1 start status=0
  shift
  start=$(now_ms)
  say "── $name"
  "$@" || status=$?
  if ((status == 0)); then
    say "   $name: done in $(seconds_since "$start")"
  else
    say "   $name: FAILED after $(seconds_since "$start")"
  fi
  return "$status"
}

# quiet_step NAME CMD…: as step, but shows CMD's output only when it fails. While it runs,
# a terminal sees the seconds pass; a log gets a line every fifteen seconds.
quiet_step() {
  local name=$1 log start status=0 watcher
  shift
  log=$(mktemp "${TMPDIR:-/tmp}/waymark-step.XXXXXX")
  start=$(now_ms)
  say "── $name"
  (
    pause=15
    [[ -t 2 ]] && pause=1
    # A wait without a child process: a killed one would leave its sleep behind, holding stderr open.
    exec {never}<> <(:)
    while ! read -rt "$pause" -u "$never" && kill -0 "$$" 2>/dev/null; do
      if [[ -t 2 ]]; then
        printf '\r   %s … %s ' "$name" "$(seconds_since "$start")" >&2
      else
        say "   $name … $(seconds_since "$start")"
      fi
    done
  ) &
  watcher=$!
  # In a shell of its own, so that fail's sentence reaches the log and the log the reader.
  ("$@") >"$log" 2>&1 || status=$?
  kill "$watcher" 2>/dev/null
  wait "$watcher" 2>/dev/null || true
  [[ -t 2 ]] && printf '\r\033[K' >&2
  if ((status == 0)); then
    say "   $name: done in $(seconds_since "$start")"
  else
    cat "$log" >&2
    say "   $name: FAILED after $(seconds_since "$start")"
  fi
  rm -f "$log"
  return "$status"
}

# debian_release: prints 12, 13, … on Debian and nothing elsewhere.
debian_release() {
  local ID='' VERSION_ID=''
  # shellcheck source=/dev/null
  [[ -r /etc/os-release ]] && . /etc/os-release
  if [[ $ID == debian ]]; then echo "${VERSION_ID:-unnumbered}"; fi
}

# can_install_packages: whether this is a Debian we know, with the right to install on it.
can_install_packages() {
  [[ $(debian_release) == 1[23] && $(id -u) == 0 ]]
}

# need_packages WHAT PACKAGE…: installs PACKAGEs with apt, or says that WHAT is missing.
need_packages() {
  local what=$1
  shift
  can_install_packages ||
    fail "$what is missing: install it and run this again (on Debian: apt-get install $*)."
  quiet_step "install $*" apt_install "$@"
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  local install=(apt-get install -y -q --no-install-recommends "$@")
  # A fresh system has no package lists, and old lists name packages that are gone.
  "${install[@]}" || { apt-get update -q && "${install[@]}"; }
}

# debian_mirror: address of the Debian archive that this machine's own apt uses.
debian_mirror() {
  # shellcheck disable=SC2016 # apt expands it
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    grep -v -- '-security' | grep -m1 '/debian/*$'
}
