"""The wheel alone in an empty environment: what the help and the manual show runs from it, far from the sources.

`make wheel-test` runs this; `make test` leaves it out, since it installs all that auditreport needs anew, in the
versions of the lock. The extras are installed into the same environment after everything was run without them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from auditreport import __version__
from auditreport.cli.app import COMMANDS
from auditreport.cli.rules import EXAMPLE, LIST_EXAMPLE
from bench.clusters import started
from tests.parsers.formats.ocr.scanned import drawn, scanned
from tests.test_distribution import build
from tests.test_manual import ROOT, Shown, assert_printed, shown_commands

LOCKS = ("requirements.lock", "requirements-ocr.lock")
KOREAN = Path("/usr/share/tesseract-ocr/5/tessdata/kor.traineddata")
REPORT = "examples/gangdong_2024_autonomy.txt"
EXAMPLES = (*(example for _, _, example in COMMANDS), EXAMPLE, LIST_EXAMPLE)
# Others read what it writes.
[FIRST] = [example for example in EXAMPLES if " ingest " in example]
SHOWN = [shown for shown in shown_commands() if shown.page == "README.md"]

Installed = Callable[..., Path]


def constraints() -> str:
    """The versions of the locks, without the hashes: what is installed here is a file that no lock can know."""
    lines = (line for name in LOCKS for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line.rstrip(" \\") for line in lines if re.match(r"[a-z0-9]", line))


@pytest.fixture(scope="session", autouse=True)
def far_from_the_sources() -> None:
    """Nothing that is started finds the sources."""
    os.environ.pop("PYTHONPATH", None)
    os.environ["PYTHONSAFEPATH"] = "1"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def install(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel with the extras named; the result is the folder of the programs."""
    folder = tmp_path_factory.mktemp("environment")
    (folder / "constraints.txt").write_text(constraints(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True)
    python = folder / "env" / "bin" / "python"

    def run_pip(extras: str = "") -> Path:
        words = [
            "-q",
            "--disable-pip-version-check",
            "--no-compile",
            "-c",
            folder / "constraints.txt",
            f"{wheel}{extras}",
        ]
        subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", *words], check=True)
        return python.parent

    return run_pip


@pytest.fixture(scope="session")
def alone(install: Installed) -> Path:
    return install()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the manual and the help name."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "examples" / "audit", folder / "reports")
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    shutil.copy(ROOT / REPORT, folder / "report.txt")
    shutil.copy(ROOT / "docs" / "examples" / "nowon_article.txt", folder / "article.txt")
    return folder


@pytest.fixture(scope="session")
def outputs(alone: Path, desk: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """What became of the examples of the help and of the commands of README, by command; several run at once."""
    environ = os.environ | {"PATH": f"{alone}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["sh", "-c", command], cwd=desk, env=environ, capture_output=True, text=True, check=False)

    rest = sorted({*EXAMPLES, *(shown.command for shown in SHOWN)} - {FIRST})
    first = run(FIRST)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {FIRST: first, **dict(zip(rest, pool.map(run, rest), strict=True))}


@pytest.fixture(scope="session")
def with_extras(install: Installed, outputs: object) -> Path:
    """The environment with the extras, after everything was run without them."""
    return install("[ocr,dask]")


def ran(program: Path, *words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *map(str, words)], cwd=folder, capture_output=True, text=True, check=False)


# --- without extras --------------------------------------------------------------------------------------


def test_package_is_that_of_the_environment(alone: Path, desk: Path) -> None:
    done = ran(alone / "python", "-c", "import auditreport; print(auditreport.__file__)", folder=desk)
    assert Path(done.stdout.strip()).is_relative_to(alone.parent), done.stderr
    assert ran(alone / "auditreport", "--version", folder=desk).stdout == f"auditreport {__version__}\n"


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_of_the_help_runs(example: str, outputs: dict[str, subprocess.CompletedProcess[str]]) -> None:
    done = outputs[example]
    # The article of the manual has a figure that the reports contradict.
    assert done.returncode == (1 if " claims " in example else 0), done.stderr
    assert done.stdout or re.search(r" (-o|--store|>) ", example)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.command)
def test_shown_output_is_what_the_wheel_prints(
    shown: Shown, outputs: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    done = outputs[shown.command]
    assert_printed(shown, done.stdout + done.stderr)


def test_shown_python_does_what_is_shown(alone: Path, desk: Path) -> None:
    done = ran(alone / "python", "-m", "doctest", "-o", "NORMALIZE_WHITESPACE", ROOT / "README.md", folder=desk)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout


# --- with extras -----------------------------------------------------------------------------------------


def test_extras_are_found_by_doctor(with_extras: Path, desk: Path) -> None:
    done = ran(with_extras / "auditreport", "doctor", folder=desk)
    assert done.returncode == 0
    assert re.search(r"tesserocr +\d", done.stdout), done.stdout


@pytest.mark.skipif(not KOREAN.exists(), reason="Debian's package tesseract-ocr-kor is not here")
def test_scan_is_read(with_extras: Path, desk: Path) -> None:
    (desk / "scan.pdf").write_bytes(scanned(drawn()))
    done = ran(with_extras / "auditreport", "facts", "scan.pdf", folder=desk)
    assert '"raw": "150,270"' in done.stdout.replace('":"', '": "'), done.stderr


def test_cluster_prints_what_one_machine_prints(
    with_extras: Path, desk: Path, tmp_path: Path, outputs: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    with started(tmp_path, workers=1, python=str(with_extras / "python")) as address:
        there = ran(with_extras / "auditreport", "facts", "--scheduler", address, REPORT, folder=desk)
    assert (there.returncode, there.stderr) == (0, "")
    assert there.stdout == outputs[f"auditreport facts {REPORT}"].stdout
