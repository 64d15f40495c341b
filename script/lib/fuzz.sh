# shellcheck shell=bash
# The fuzzers: what each needs, how it is run, what it reached. Needs common.sh, toolchain.sh and build.sh.

# Longest input of each target in bytes. Short ones are quick, and every rule of the formats fits in.
declare -A fuzz_max_len=([link]=600 [backup]=1500 [roadmap]=4096 [stored_slot]=1500 [layout]=31)

# Executions for each second of processor time below which something became slow.
fuzz_least_rate=1000

fuzz_targets() {
  local source name
  for source in "$waymark_root"/tests/fuzz/*_fuzzer.cpp; do
    name=${source##*/}
    printf '%s ' "${name%_fuzzer.cpp}"
  done
}

# need_fuzz_tools: libFuzzer and the readers of its coverage, which only Clang has.
need_fuzz_tools() {
  choose_tools native
  fuzz_tools_are_there && return
  (need_packages "Clang with libFuzzer and llvm-cov" clang libclang-rt-dev llvm) && fuzz_tools_are_there
}

fuzz_tools_are_there() {
  "$waymark_tools_command" --native sh -c 'echo "int main(){}" | clang++ -x c++ -fsanitize=address - -o /dev/null &&
    command -v llvm-cov && command -v llvm-profdata' >/dev/null 2>&1
}

build_fuzzers() {
  local names=()
  for name; do names+=("${name}_fuzzer"); done
  build native fuzz "${names[@]}"
}

# run_fuzzer TARGET LOG PROFILE FOLDER ARGUMENT…: one run on FOLDER, where new inputs go, and the inputs of the repository.
run_fuzzer() {
  local name=$1 log=$2 profile=$3 folder=$4 words=()
  shift 4
  mkdir -p "$folder" build/fuzz-crashes
  [[ ! -f tests/fuzz/dictionaries/$name.dict ]] || words=("-dict=tests/fuzz/dictionaries/$name.dict")
  # shellcheck disable=SC2016 # the inner shell expands them
  "$waymark_tools_command" --native bash -c 'export LLVM_PROFILE_FILE=$1 TIMEFORMAT="processor seconds %U %S"; shift; time "$@"' \
    bash "$profile" "build/fuzz/${name}_fuzzer" ${words[@]+"${words[@]}"} -max_len="${fuzz_max_len[$name]:-1500}" \
    -timeout=25 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz-crashes/$name-" "$@" "$folder" "tests/fuzz/corpus/$name" >"$log" 2>&1
}

# fuzz TARGET SECONDS FOLDER [ARGUMENT…]: prints one line about the run; fails on a finding, and names its file.
fuzz() {
  local name=$1 seconds=$2 folder=$3 log=build/test/fuzz-$1.log status=0 runs rate reached finding
  shift 3
  mkdir -p build/test
  run_fuzzer "$name" "$log" /dev/null "$folder" -max_total_time="$seconds" "$@" || status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  reached=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n1)
  if ((status != 0)); then
    finding=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n1)
    tail -n 40 "$log" >&2
    say "   $name: FOUND SOMETHING: ${finding:-no input; see $log}. Mend it and put the file into tests/fuzz/corpus/$name."
    return 1
  fi
  read -r rate seconds < <(awk -v runs="$runs" '/^processor seconds/ { printf "%d %d\n", runs / ($3 + $4 + 0.01), $3 + $4 }' "$log")
  say "   $name: $runs executions, $rate for each second of processor time, $reached branches reached"
  # On a machine that had no time for it, starting is most of what there was.
  ((seconds < 5 || rate >= fuzz_least_rate)) || say "   $name: SLOW: fewer than $fuzz_least_rate a second."
  ((seconds < 5 || rate >= fuzz_least_rate))
}

# replay_corpus TARGET…: every input of the repository once; leaves in build/test what lines that reached.
replay_corpus() {
  local name empty
  empty=$(mktemp -d "${TMPDIR:-/tmp}/waymark-fuzz.XXXXXX")
  mkdir -p build/test
  for name; do
    if ! run_fuzzer "$name" "build/test/replay-$name.log" "build/test/$name.profraw" "$empty" -runs=0; then
      tail -n 40 "build/test/replay-$name.log" >&2
      say "   $name: an input in tests/fuzz/corpus/$name fails."
      return 1
    fi
  done
  rmdir "$empty"
}

# shellcheck disable=SC2120 # script/fuzz passes --lines
# corpus_coverage [--lines]: after replay_corpus, which lines of the readers the inputs reach; fails below the bar.
corpus_coverage() {
  local name objects=() profiles=()
  for name in $(fuzz_targets); do
    [[ -f build/test/$name.profraw ]] || continue
    profiles+=("build/test/$name.profraw")
    objects+=(-object "build/fuzz/${name}_fuzzer")
  done
  "$waymark_tools_command" --native sh -c 'llvm-profdata merge -o build/test/fuzz.profdata "$@"' sh "${profiles[@]}" &&
    "$waymark_tools_command" --native llvm-cov export -format=lcov -instr-profile=build/test/fuzz.profdata \
      "${objects[@]}" -sources src/io src/share >build/test/fuzz.lcov 2>build/test/llvm-cov.log &&
    node script/lib/corpus_coverage.mjs build/test/fuzz.lcov "$@"
}
