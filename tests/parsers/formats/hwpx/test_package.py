"""Packages of HWPX files."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.hwpx import read
from auditreport.parsers.formats.hwpx.package import opened
from tests.parsers.formats.hwpx.samples import changed, repacked, report, written


def test_whole_package_is_left_as_it_is() -> None:
    data = written(report)
    assert opened(data, "a.hwpx") is data


def test_names_with_backslashes_are_mended() -> None:
    data = repacked(written(report), lambda name, body: (name.replace("/", "\\"), body))
    assert read(data, "a.hwpx").blocks == read(written(report), "a.hwpx").blocks


def test_parts_that_only_point_to_others_may_be_missing() -> None:
    gone = {"mimetype", "META-INF/container.xml"}
    data = repacked(written(report), lambda name, body: None if name in gone else (name, body))
    with zipfile.ZipFile(BytesIO(opened(data, "a.hwpx"))) as package:
        assert gone <= set(package.namelist())
    assert read(data, "a.hwpx").blocks == read(written(report), "a.hwpx").blocks


def test_password_is_told_from_the_manifest() -> None:
    data = changed(written(report), "META-INF/manifest.xml", lambda body: body + b"<odf:encryption-data checksum='x'/>")
    with pytest.raises(UnreadableInput, match="locked with a password"):
        opened(data, "a.hwpx")
