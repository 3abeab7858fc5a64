#!/bin/sh
# Make .venv hold what `make` is going to run: environment.sh PYTHON WHAT, where WHAT is `run` for the program alone, or
# one of the extras of pyproject.toml. It costs nothing where all is there.
#
# .venv/.run, .venv/.dev and so on say what was installed and for which clone: scripts in .venv hold the full path of it,
# so after a move they would run another clone, or nothing. .venv/.making stands while an installation is under way.
# What is wrong is one line that says what to do; what this can mend is made anew.
set -eu
python=$1 what=$2
venv=.venv

# The lowest version that pyproject.toml allows.
least=$(sed -n 's/^requires-python = ">=\([0-9.]*\)"$/\1/p' pyproject.toml)
TOO_OLD='import sys; sys.exit(sys.version_info < tuple(map(int, sys.argv[1].split("."))))'

fail() {
  echo "cq-tui: $1" >&2
  exit 1
}

# What was installed, for which clone, by which Python.
key() {
  version=$("$venv/bin/python" -SE -c 'import sys; print(sys.version)' 2>/dev/null) || version=none
  printf '%s\n' "$PWD" "$version" "$(cksum <pyproject.toml)"
}

is_installed() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$(key)" ]
}

# Why .venv can't be used as it is; nothing if it can.
fault() {
  [ -e "$venv" ] || [ -h "$venv" ] || return 0
  if [ -e "$venv/.making" ]; then
    echo "the last set-up was broken off"
  elif ! "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; then
    echo "it is not whole"
  elif ! "$venv/bin/python" -c "$TOO_OLD" "$least"; then
    echo "its Python is older than $least"
  else
    for stamp in "$venv"/.run "$venv"/.dev "$venv"/.debug "$venv"/.mutants; do
      if [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" != "$PWD" ]; then
        echo "it was made for another clone, $(head -n 1 "$stamp")"
        return 0
      fi
    done
  fi
}

if is_installed "$venv/.$what" || { [ "$what" = run ] && is_installed "$venv/.dev"; }; then
  [ -e "$venv/.making" ] || exit 0
fi

why=$(fault)
if [ -n "$why" ] || ! [ -e "$venv" ]; then
  command -v "$python" >/dev/null ||
    fail "there is no $python; install Python $least or later, or name one: make PYTHON=/path/to/python3"
  "$python" -c "$TOO_OLD" "$least" ||
    fail "$python is $("$python" -V 2>&1); Python $least or later is needed: make PYTHON=python$least"
  "$python" -c 'import venv, ensurepip' 2>/dev/null ||
    fail "$python has no venv; install it (Debian, Ubuntu: apt install python3-venv), then run make again"
  [ -z "$why" ] || echo "cq-tui: .venv is made anew: $why" >&2
  rm -rf "$venv"
  mkdir "$venv"
  : >"$venv/.making"
  "$python" -m venv "$venv" || fail ".venv could not be made; mend what is said above, then run make again"
fi

: >"$venv/.making"
case $what in
  run) wanted=. ;;
  mutants) wanted=".[dev,mutants]" ;; # they run the tests
  *) wanted=".[$what]" ;;
esac
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$wanted" ||
  fail "the packages could not be installed; mend what pip says above (no network?), then run make again"
# pip wrote the clone's full path into this file, and Python reads it at its start in the encoding of the locale: with
# Chinese in the path it would end there in any other one ("init_import_site"). A relative path has no such letters.
for path in "$venv"/lib/python*/site-packages/*cq_tui.pth; do
  [ ! -f "$path" ] || echo ../../../../tui >"$path"
done
key >"$venv/.$what"
rm -f "$venv/.making"
