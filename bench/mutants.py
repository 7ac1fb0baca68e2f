"""`make mutants`: small changes to the code (`<` for `<=`, `None` for a value) → how many of them the tests notice.

A changed code is *killed* if a test fails with it, and *survives* if all tests of its part pass: it is a line that no
test holds to anything. Each part runs in a folder of its own below `mutants/`, which mutmut fills; there,
`mutmut show NAME` prints a change. Some changes alter nothing that a user could see, so that 100 % is no aim.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "mutants"
# What tests read beside themselves and the package.
NEEDED = ("src", "tests", "bench", "examples", "docs", "README.md", "pyproject.toml")


# Exit codes of mutmut: all tests passed, none was found, none reaches the change; and what the clock stops.
SURVIVED = {0, 5, 33}
ENDLESS = {-24, 24, 36, 152, 255}


class Part(NamedTuple):
    """Code that is changed, and the tests that are to notice; both below `src/auditreport` and `tests`."""

    code: str
    tests: tuple[str, ...]


PARTS = {
    "values": Part("parsers/values.py", ("parsers/test_values.py",)),
    "recovery": Part("parsers/recovery/*", ("parsers/recovery",)),
    "checks": Part("checks/*", ("checks",)),
}
# The tests go one after the other: the order is that of the file, and nothing is kept for a next time. Left out is the
# test that counts the functions of modules, to which mutmut adds its own.
SETTINGS = """\
[mutmut]
source_paths=src
only_mutate=src/auditreport/{code}
also_copy={copied}
pytest_add_cli_args=-p
    no:randomly
    -p
    no:cacheprovider
    -p
    bench.forgetting
    --deselect=tests/checks/test_registry.py::test_every_rule_of_every_module_is_registered
pytest_add_cli_args_test_selection={tests}
timeout_multiplier=10
use_git_change_detection=false
"""


def made(name: str, part: Part) -> Path:
    """The folder of a part, in which mutmut finds the project and what to change of it."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    for needed in NEEDED:
        shutil.rmtree(folder / needed, ignore_errors=True)
        # No links: what builds the sdist would follow them.
        copy = shutil.copytree if (ROOT / needed).is_dir() else shutil.copy2
        copy(ROOT / needed, folder / needed)
    tests = "\n    ".join(f"tests/{path}" for path in part.tests)
    settings = SETTINGS.format(code=part.code, copied="\n    ".join(NEEDED[2:]), tests="\n    " + tests)
    (folder / "setup.cfg").write_text(settings, encoding="utf-8")
    return folder


def possible(part: Part) -> Iterator[str]:
    """The names of all changes, as mutmut gives them."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    for path in sorted((ROOT / "src" / "auditreport").glob(part.code.replace("/*", "/**/*.py"))):
        module = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for name in mutate_file_contents(str(path), path.read_text(encoding="utf-8")).mutant_names:
            yield f"{module}.{name}"


def outcomes(folder: Path) -> dict[str, str]:
    """What became of each change that was tried: `killed`, `endless` (the tests came to no end) or `survived`."""
    out = {}
    for path in sorted((folder / "mutants" / "src").rglob("*.meta")):
        for name, code in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            if code is not None:
                out[name] = "survived" if code in SURVIVED else "endless" if code in ENDLESS else "killed"
    return out


def run(folder: Path, names: Sequence[str], children: int) -> bool:
    """Whether mutmut came to its end: it stops where the tests fail without any change."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(children), *names]
    with (folder / "mutmut.log").open("w", encoding="utf-8") as log:
        return subprocess.run(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, check=False).returncode == 0


def told(counts: Counter[str]) -> str:
    rate = 1 - counts["survived"] / counts.total()
    return f"{counts['killed']} killed, {counts['endless']} ran too long, {counts['survived']} survived: {rate:.1%}"


def show(name: str, outcomes: dict[str, str]) -> None:
    """One line a file, one for the part, and the names of what survived."""
    by_file: dict[str, Counter[str]] = {}
    for mutant, what in outcomes.items():
        by_file.setdefault(mutant.partition(".x")[0], Counter())[what] += 1
    for file, counts in [*sorted(by_file.items()), (name, sum(by_file.values(), Counter()))]:
        print(f"{file}: {told(counts)}")
    for mutant in sorted(mutant for mutant, what in outcomes.items() if what == "survived"):
        print(f"  {mutant}")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all of them if none is named")
    parser.add_argument("--sample", type=int, help="try so many changes of a part, chosen by chance")
    parser.add_argument("--seed", type=int, default=0, help="what the choice begins with")
    parser.add_argument("--again", action="store_true", help="try what survived the last time, with the tests of now")
    parser.add_argument("--children", type=int, default=2, help="changes that are tried at once")
    given = parser.parse_args(argv)
    for name in given.parts or PARTS:
        folder = made(name, PARTS[name])
        if given.again:
            names = [mutant for mutant, what in outcomes(folder).items() if what == "survived"]
        else:
            shutil.rmtree(folder / "mutants", ignore_errors=True)
            every = list(possible(PARTS[name]))
            names = random.Random(given.seed).sample(every, min(given.sample or len(every), len(every)))
            print(f"{name}: {len(names)} of {len(every)} changes are tried")
        if not run(folder, names, given.children):
            print(f"{name}: not tried; mutants/{name}/mutmut.log tells why", file=sys.stderr)
            return 1
        show(name, outcomes(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
