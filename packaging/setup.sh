#!/usr/bin/env bash
# setup.sh VENV cpu|cuda: a virtual environment with the pinned dependencies and this checkout in it.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=$1 torch=$2
version=$(sed -n 's/^torch==//p' packaging/constraints.txt)
cpu_index=https://download.pytorch.org/whl/cpu

usable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
python=
for candidate in ${PYTHON:-} python3.11 /usr/bin/python3.11 python3 python3.12 python3.13; do
    if usable "$candidate"; then python=$candidate; break; fi
done
[ -n "$python" ] || { echo "Python 3.11 or newer is needed: install it, or name it with  make PYTHON=/path/to/python3.11" >&2; exit 1; }

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install="apt-get install -y --no-install-recommends $package"
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive bash -c "$install || { apt-get update -q && $install; }" >/dev/null
    elif sudo -n true 2>/dev/null; then
        sudo -n bash -c "$install || { apt-get update -q && $install; }" >/dev/null
    else
        echo "Python's venv module is missing. Type this once:  sudo $install" >&2
        exit 1
    fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
pip=("$venv/bin/python" -m pip --disable-pip-version-check install -q --progress-bar off)

# PyPI's own Linux wheel of torch brings gigabytes of CUDA. The CPU build has the local version "+cpu": it is taken
# from pip's configured places where one has it, else from PyTorch's CPU index, else (macOS) PyPI's wheel is that build.
if [ "$torch" = cpu ] && ! "$venv/bin/python" -c 'import torch' 2>/dev/null; then
    "${pip[@]}" --no-deps "torch==$version+cpu" 2>/dev/null \
        || "${pip[@]}" --no-deps --retries 1 --index-url "$cpu_index" "torch==$version" 2>/dev/null \
        || echo "The CPU build of torch $version was not found; PyPI's build is taken." >&2
fi
"${pip[@]}" -c packaging/constraints.txt -e '.[dev]'
