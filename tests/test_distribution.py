"""What is given away: wheel and sdist hold what they must and nothing else, and are the same bytes each time."""

from __future__ import annotations

import email
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest

from auditreport import __version__
from tests.test_project import PACKAGE, ROOT, project_files

NAME = f"auditreport-{__version__}"


def build(target: str, folder: Path, source: Path = ROOT) -> Path:
    """The wheel or the sdist of a source, built into a folder with what is installed."""
    words = ["-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run([sys.executable, *words], cwd=source, check=True, capture_output=True)
    [built] = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", tmp_path_factory.mktemp("sdist"))


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        return email.message_from_bytes(archive.read(f"{NAME}.dist-info/METADATA"))


def test_wheel_holds_the_package_whole_and_nothing_else(wheel: Path) -> None:
    package = {path.relative_to(ROOT / "src").as_posix() for path in project_files() if PACKAGE in path.parents}
    assert {name for name in names_in(wheel) if ".dist-info/" not in name} == package


def test_wheel_brings_the_licences_along(wheel: Path) -> None:
    texts = {"LICENSE", "NOTICE", *(f"LICENSES/{path.name}" for path in (ROOT / "LICENSES").iterdir())}
    assert {name.partition("/licenses/")[2] for name in names_in(wheel) if "/licenses/" in name} == texts
    assert metadata(wheel)["License-Expression"] == "AGPL-3.0-or-later"


def test_sdist_holds_what_is_kept_in_the_repository(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {member.name.removeprefix(f"{NAME}/") for member in archive if member.isfile()}
    assert names - {"PKG-INFO"} == {path.relative_to(ROOT).as_posix() for path in project_files()} - {"PKG-INFO"}


def test_wheel_is_the_same_bytes_from_the_repository_and_from_the_sdist(
    wheel: Path, sdist: Path, tmp_path: Path
) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    again = build("wheel", tmp_path / "again", tmp_path / "source" / NAME)
    assert (again.name, again.read_bytes()) == (wheel.name, wheel.read_bytes())


def test_what_is_installed_with_the_wheel_is_what_the_project_declares(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = metadata(wheel).get_all("Requires-Dist") or []
    assert len(asked) == len(project["dependencies"]) + sum(map(len, project["optional-dependencies"].values()))
    assert metadata(wheel).get_all("Provides-Extra") == sorted(project["optional-dependencies"])
