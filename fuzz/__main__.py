"""`python -m fuzz [--seconds 60] [--corpus folder] [target …]`: searches each target and names what broke."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fuzz import found
from fuzz.targets import NAMES, load

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "fixtures" / "hostile"
# What the library of the search names the bytes that hung it, took all memory or killed it.
_ENDS = ("timeout-*", "oom-*", "crash-*")
_START = 60.0


def main() -> int:
    """Search; the code is 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="make fuzz", description="Look for bytes that break what is promised.")
    parser.add_argument("--seconds", type=float, default=60, help="for each target (default: 60)")
    parser.add_argument("--corpus", help="folder that keeps what was found from run to run (default: none is kept)")
    parser.add_argument("targets", nargs="*", metavar="target", help=f"of {', '.join(NAMES)} (default: all)")
    given = parser.parse_args()
    unknown = sorted(set(given.targets).difference(NAMES))
    if unknown:
        parser.error(f"there is no target {unknown[0]}; choose of {', '.join(NAMES)}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(given.corpus or folder)
        broken = sum(search(name, place / name, given.seconds) for name in given.targets or NAMES)
    print(f"broken: {broken}")
    return 1 if broken else 0


def search(name: str, place: Path, seconds: float) -> int:
    """Search one target for a time; how many of its promises were broken."""
    place.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    runs, ended = 0, 0
    while (left := until - time.monotonic()) > 1:
        with (place / "log").open("ab") as log:
            words = [sys.executable, "-W", "ignore", "-m", "fuzz.search", name, str(place), str(left)]
            subprocess.run(words, cwd=ROOT, stderr=log, check=False, env=_environment(), timeout=left + _START)
        runs += json.loads((place / "runs.json").read_text()) if (place / "runs.json").exists() else 0
        if not (ends := [path for end in _ENDS for path in place.glob(end)]):
            break
        ended += len(ends)
        for path in ends:
            path.replace(_folder(name) / path.name[:24])
    kept = [_kept(name, path) for path in sorted((place / "broken").glob("*")) if path.suffix != ".trace"]
    print(f"{name}: {runs} runs, {len(kept) + ended} broken", flush=True)
    for path in kept:
        print(f"  {path.relative_to(ROOT)}: {found.broken_by(load(name).run, path.read_bytes())}", flush=True)
    return len(kept) + ended


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


def _kept(name: str, path: Path) -> Path:
    """Where the tests put it through the target from now on."""
    return path.replace(_folder(name) / path.name)


def _folder(name: str) -> Path:
    folder = KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
