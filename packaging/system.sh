#!/usr/bin/env bash
# system.sh PURPOSE...: makes sure that the Debian packages of packaging/apt.txt for these purposes are there.
# Installs them when it may (root, or sudo without a password); otherwise prints the one line to type and goes on,
# because another distribution may have the same libraries under other names.
set -euo pipefail
here=$(dirname "$0")
command -v dpkg-query >/dev/null || { echo "No dpkg here: see packaging/apt.txt for the libraries that Qt needs." >&2; exit 0; }

missing=()
for purpose in "$@"; do
    for package in $(awk -v p="$purpose" '$1 == p { print $2 }' "$here/apt.txt"); do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" = 0 ]; then
    may=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    may=(sudo -n)
else
    echo "Missing system packages. Type this once:  sudo $install" >&2
    exit 0
fi
echo "Installing system packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${may[@]}" $install >/dev/null 2>&1 || { "${may[@]}" apt-get update -q >/dev/null && "${may[@]}" $install >/dev/null; } || {
    echo "apt could not install them. When it works again, type:  sudo $install" >&2
}
