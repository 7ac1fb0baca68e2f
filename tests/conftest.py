"""What all tests share: the pace of the property tests, the golden files, real documents, and a cluster."""

from __future__ import annotations

import difflib
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from bench.clusters import started

# No assertion on a duration: a slow machine must not fail a property.
hypothesis.settings.register_profile("auditreport", deadline=None, print_blob=True)
hypothesis.settings.load_profile("auditreport")

ROOT = Path(__file__).resolve().parent.parent

# Dask watches itself a hundred times a second. The clusters of the tests, one for each process that runs tests, are
# idle most of the time and must not take it from the others.
CALM = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__GIL__ENABLED": "False",
}


def pytest_configure() -> None:
    # A shell that starts tests in the background lets them ignore interrupts, and so would all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-goldens",
        action="store_true",
        help="rewrite the golden files that differ, and fail, so that the difference is read",
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; a test that wants it is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real documents, ../shared, is not here")
    return folder


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Dask cluster of two workers; a test that wants it is skipped where Dask is not installed."""
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    # A file is taken for deadly as soon as one worker died over it.
    settings = CALM | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with started(tmp_path_factory.mktemp("cluster"), settings=settings) as address:
        yield address


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with its golden file: `check_golden(path, text)`."""
    write = request.config.getoption("--write-goldens")

    def check(path: Path, text: str) -> None:
        kept = path.read_bytes().decode("utf-8") if path.exists() else ""
        if text == kept:
            return
        if write:
            path.write_bytes(text.encode("utf-8"))
            pytest.fail(f"wrote {path.name}: read the difference before it is kept", pytrace=False)
        lines = difflib.unified_diff(
            kept.splitlines(), text.splitlines(), f"{path.name} as kept", "as given now", "", "", 1, ""
        )
        shown = "\n".join(list(lines)[:60])
        pytest.fail(f"{path.name} differs; `make goldens` rewrites it\n{shown}", pytrace=False)

    return check
