"""What is given away: wheel and sdist hold what they must and nothing else, and are the same bytes each time."""

from __future__ import annotations

import email
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from auditreport import __version__
from tests.test_manual import first_cells, read_page
from tests.test_project import PACKAGE, ROOT, project_files

NAME = f"auditreport-{__version__}"
# What is neither code nor prose.
DATA = {".csv", ".css", ".jinja", ".js", ".json", ".mo", ".png", ".po", ".pot", ".sql", ".toml", ".txt"}


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


# --- what is said of it ----------------------------------------------------------------------------------


def test_citation_is_of_this_version() -> None:
    citation = yaml.safe_load(read_page("CITATION.cff"))
    assert (citation["cff-version"], citation["type"]) == ("1.2.0", "software")
    assert citation["version"] == re.sub(r"\.dev\d+$", "", __version__)
    assert citation["license"] == tomllib.loads(read_page("pyproject.toml"))["project"]["license"]
    assert citation["authors"] == [{"name": "The auditreport developers"}]


def test_changelog_tells_of_this_version_with_the_day_of_the_citation() -> None:
    citation = yaml.safe_load(read_page("CITATION.cff"))
    titles = re.findall(r"^## \[(.+?)\](?: - ([\d-]+))?$", read_page("CHANGELOG.md"), re.MULTILINE)
    assert (citation["version"], str(citation["date-released"])) in titles
    assert "dev" not in __version__ or titles[0] == ("Unreleased", "")


def test_source_of_every_file_of_data_is_told_once() -> None:
    told = first_cells(read_page("docs/provenance.md"), "file")
    folders = ("src", "examples", "docs", "tests", "bench", "schemas")
    files = [path.relative_to(ROOT) for path in project_files() if path.suffix in DATA]
    for name in (path.as_posix() for path in files if path.parts[0] in folders):
        assert len([pattern for pattern in told if fnmatch(name, pattern)]) == 1, name


def test_every_line_on_sources_is_about_a_file_that_is_there() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in project_files()]
    told = first_cells(read_page("docs/provenance.md"), "file")
    assert [pattern for pattern in told if not any(fnmatch(name, pattern) for name in names)] == []


def test_notice_names_every_source_of_others() -> None:
    head = read_page("src/auditreport/vocab/districts.toml").partition("\n\n")[0]
    packages = re.findall(r"^#   ([\w-]+ [\w.]+) \(", head, re.MULTILINE)
    assert len(packages) == 3
    assert [package for package in packages if package not in read_page("NOTICE")] == []
