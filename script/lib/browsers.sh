# shellcheck shell=bash
# The browsers of the tests. Each need_… finds one, or installs it where that can be done, and exports where it is.
# Needs common.sh.

# What a browser with a window needs where there is neither screen nor graphics card.
display_packages=(xvfb xauth libgl1-mesa-dri libegl1 libegl-mesa0 libgbm1 libglx-mesa0 libgl1)

first_on_path() {
  local name
  for name; do type -P "$name" && return; done
  return 0
}

has_packages() {
  (($(dpkg-query --show --showformat '${db:Status-Status}\n' "$@" 2>/dev/null | grep -c '^installed$') == $#))
}

need_chromium() {
  local names=(chromium chromium-browser google-chrome)
  WAYMARK_CHROMIUM=${WAYMARK_CHROMIUM:-$(first_on_path "${names[@]}")}
  if [[ -z $WAYMARK_CHROMIUM ]]; then
    (need_packages Chromium chromium) || return
    WAYMARK_CHROMIUM=$(first_on_path "${names[@]}")
  fi
  export WAYMARK_CHROMIUM
}

need_firefox() {
  WAYMARK_FIREFOX=${WAYMARK_FIREFOX:-$(first_on_path firefox-esr firefox)}
  need_with_display "$WAYMARK_FIREFOX" "Firefox or xvfb-run" firefox-esr || return
  export WAYMARK_FIREFOX=${WAYMARK_FIREFOX:-$(first_on_path firefox-esr)}
}

need_webkit() {
  WAYMARK_WEBKIT=${WAYMARK_WEBKIT:-$(webkit_browser)}
  need_with_display "$(type -P WebKitWebDriver >/dev/null && echo "$WAYMARK_WEBKIT")" \
    "WebKit's MiniBrowser, WebKitWebDriver or xvfb-run" webkit2gtk-driver || return
  export WAYMARK_WEBKIT=${WAYMARK_WEBKIT:-$(webkit_browser)}
}

# GTK's WebKit keeps its test browser beside its library.
webkit_browser() { compgen -G '/usr/lib*/*/webkit*gtk-*/MiniBrowser' | sort | head -n1; }

# need_with_display BROWSER WHAT PACKAGE: BROWSER is empty when it is missing.
need_with_display() {
  local browser=$1 what=$2
  if can_install_packages; then
    has_packages "$3" "${display_packages[@]}" || (need_packages "$what" "$3" "${display_packages[@]}")
  elif [[ -z $browser ]] || ! type -P xvfb-run >/dev/null; then
    (need_packages "$what" "$3" xvfb xauth)
  fi
}

# may_lack_engines: whether this is somebody's own machine, on which nothing can be installed from here.
may_lack_engines() {
  [[ -z ${CI:-} ]] && { (($(id -u))) || ! type -P apt-get >/dev/null; }
}
