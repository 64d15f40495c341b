# shellcheck shell=bash
# The steps of script/test. Each is a function test_<name> that adds to `passed` and `failed`
# (through count) and answers whether it got through; one that stops before counting a failure
# counts as one.

passed=0
failed=0

test_step_list='
format       clang-format and prettier would change nothing
types        the page'"'"'s modules and service workers under the TypeScript compiler
lint         ESLint for the modules, shellcheck for the scripts
layers       which folder of src/ may include which; the scripts own tests
headers      each header of the engine compiles alone
units        unit tests, native
asan         unit tests under AddressSanitizer and UndefinedBehaviorSanitizer
fuzz         what fuzzing found before, how much of the readers that covers, and a short fuzz of each
             target: WAYMARK_FUZZ_SECONDS, which is 60 with CI set and otherwise 10
wasm-units   unit tests as WebAssembly under Node
fonts        the font metrics in src/base are those of the font
web          tests of the page'"'"'s modules under Node; the catalogue of messages
content      the bundled roadmap: its rules, spelling, hours and reading grade
site         the whole build of build/site, and what a first visit may weigh
e2e          journeys through the built page in Chromium
engines      one journey in Chromium, Firefox and WebKit
'

describe_steps() { sed -n 's/^./    &/p' <<<"$test_step_list"; }
# A line that begins with a space goes on with the one before.
step_names() { awk '/^[^ ]/ { printf "%s%s", sep, $1; sep = " " }' <<<"$test_step_list"; }
is_step() { [[ -n $1 && " $(step_names) " == *" $1 "* ]]; }

count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

run_test_step() {
  local name=$1 start failed_before=$failed
  start=$(now_ms)
  say "══ $name"
  if ! "test_${name//-/_}" && ((failed == failed_before)); then
    count 0 1
  fi
  if ((failed == failed_before)); then
    say "══ $name: passed in $(seconds_since "$start")"
  else
    say "══ $name: FAILED after $(seconds_since "$start")"
  fi
}

# node_tests REPORT FILE…: runs Node's test runner and counts from its TAP report. The array
# node_tests_under, if set, is the command that runs it.
node_tests() {
  local report=$1 status=0
  shift
  rm -f "$report"
  ${node_tests_under[@]+"${node_tests_under[@]}"} node --import tsx --test --test-reporter=spec --test-reporter-destination=stderr \
    --test-reporter=tap --test-reporter-destination="$report" "$@" || status=$?
  local good bad
  good=$(sed -n 's/^# pass //p' "$report" | tail -n1)
  bad=$(sed -n 's/^# \(fail\|cancelled\) //p' "$report" | paste -sd+)
  count "${good:-0}" $((${bad:-0}))
  ((status == 0 && ${good:-0} > 0))
}

# catch_tests REPORT CMD…: runs a Catch2 program and counts from the closing lines of its console
# report. The JSON reporter would hear of every single assertion, which takes longer than the tests.
catch_tests() {
  local report=$1 status=0 counts
  shift
  "$@" --reporter console --colour-mode none | tee "$report" >&2
  status=${PIPESTATUS[0]}
  counts=$(node "$waymark_root/script/lib/read_report.mjs" catch2 "$report") || counts="0 1"
  # shellcheck disable=SC2086
  count $counts
  return "$status"
}

test_format() {
  quiet_step "clang-format and prettier" "$waymark_root/script/format" --check && count 1 0
}

test_types() {
  local project status=0
  for project in tsconfig.json tsconfig.worker.json; do
    if quiet_step "tsc -p $project" node_modules/.bin/tsc -p "$project"; then count 1 0; else count 0 1; status=1; fi
  done
  return "$status"
}

test_lint() {
  local tool status=0
  for tool in eslint shellcheck; do
    if quiet_step "$tool" "$waymark_root/script/lint" "$tool"; then count 1 0; else count 0 1; status=1; fi
  done
  return "$status"
}

test_layers() {
  mapfile -t files < <(find tests -maxdepth 1 -name '*_test.mjs'; find tests/script -name '*_test.mjs' 2>/dev/null)
  node_tests build/test/layers.tap "${files[@]}"
}

test_headers() {
  quiet_step "compile each header alone" build native dev waymark_headers_alone && count 1 0
}

test_units() {
  quiet_step "build" build native dev waymark_unit_tests &&
    catch_tests build/test/units.txt script/tools --native build/dev/waymark_unit_tests
}

test_asan() {
  quiet_step "build" build native asan waymark_unit_tests &&
    catch_tests build/test/asan.txt script/tools --native build/asan/waymark_unit_tests
}

end_fuzz() {
  if wait "$1"; then count 1 0; else count 0 1; return 1; fi
}

# Two targets at a time. Always the same seed: whether a change gets through is not to hang on luck;
# script/fuzz is for the long search.
test_fuzz() {
  local seconds=${WAYMARK_FUZZ_SECONDS:-} name targets found pending=() status=0
  [[ -n $seconds ]] || { [[ -n ${CI:-} ]] && seconds=60 || seconds=10; }
  if ! need_fuzz_tools; then
    may_lack_engines || return 1
    say "   NOT RUN: Clang with libFuzzer is not installed, and nothing can be installed from here."
    return 0
  fi
  targets=$(fuzz_targets)
  # shellcheck disable=SC2086
  quiet_step "build" build_fuzzers $targets || return
  # shellcheck disable=SC2086,SC2119
  replay_corpus $targets && corpus_coverage >&2 || return
  count 2 0
  found=$(mktemp -d "${TMPDIR:-/tmp}/waymark-fuzz.XXXXXX")
  for name in $targets; do
    fuzz "$name" "$seconds" "$found/$name" -seed=1 &
    pending+=($!)
    if ((${#pending[@]} == 2)); then
      end_fuzz "${pending[0]}" || status=1
      pending=("${pending[@]:1}")
    fi
  done
  for name in "${pending[@]}"; do
    end_fuzz "$name" || status=1
  done
  rm -rf "$found"
  return "$status"
}

test_wasm_units() {
  quiet_step "build" build web web-tests waymark_unit_tests &&
    catch_tests build/test/wasm-units.txt script/tools --web node build/web-tests/waymark_unit_tests.js
}

test_fonts() { node script/font_metrics.mjs --check && count 1 0; }

test_web() {
  mapfile -t files < <(find tests/web tests/messages -name '*_test.mjs' -o -name '*.test.mjs' 2>/dev/null | sort)
  ((${#files[@]})) || { say "   no test there yet"; return 0; }
  node_tests build/test/web.tap "${files[@]}"
}

test_content() {
  quiet_step "command-line tool" build web web waymark &&
    node_tests build/test/content.tap tests/content/*.test.mjs
}

test_site() {
  build_everything_for_site || return
  count 1 0
  node script/lib/check_sizes.mjs build/site-sizes.json && count 1 0
}

# The page as it is now; a run of all steps has just built it.
need_site() {
  if ((${#only[@]})) || [[ ! -f build/site/index.html ]]; then build_everything_for_site; fi
}

test_e2e() {
  local status=0 counts report=build/e2e/report.json
  need_site && need_chromium || return
  WAYMARK_E2E_PORT=${WAYMARK_E2E_PORT:-$(node script/lib/free_port.mjs)}
  export WAYMARK_E2E_PORT
  rm -f "$report"
  node node_modules/@playwright/test/cli.js test -c tests/e2e/playwright.config.mjs >&2 || status=$?
  counts=$(node script/lib/read_report.mjs playwright "$report") || counts="0 1"
  # shellcheck disable=SC2086
  count $counts
  return "$status"
}

# An engine that is missing fails the step, but on a machine where this script can install nothing.
test_engines() {
  local engine engines=() node_tests_under=()
  need_site || return
  for engine in chromium firefox webkit; do
    if "need_$engine"; then
      engines+=("$engine")
    elif may_lack_engines; then
      say "   NOT RUN in $engine: it is not installed, and nothing can be installed from here."
    else
      return 1
    fi
  done
  ((${#engines[@]})) || return 0
  WAYMARK_WEBKIT_PORT=$(node script/lib/free_port.mjs)
  export WAYMARK_WEBKIT_PORT WAYMARK_ENGINES="${engines[*]}"
  if [[ ${engines[*]} == *firefox* || ${engines[*]} == *webkit* ]]; then
    node_tests_under=(xvfb-run --auto-servernum --server-args='-screen 0 1600x1200x24')
  fi
  node_tests build/test/engines.tap tests/engines/engines.test.mjs
}
