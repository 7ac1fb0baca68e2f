from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditreport.errors import UnreadableInput
from auditreport.pipeline import Place, find_places


def place(word: str, stdin: bytes = b"") -> Place:
    [found] = find_places([word], lambda: stdin)
    return found


def names(found: Place) -> list[str]:
    return [os.path.relpath(item.name, found.name) for item in found.inputs]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    found = place("no/such/file.txt")
    assert [item.name for item in found.inputs] == ["no/such/file.txt"]
    with pytest.raises(UnreadableInput, match="there is no such file"):
        found.inputs[0].load()


def test_dash_is_standard_input() -> None:
    [item] = place("-", b"words").inputs
    assert (item.name, item.label, item.path, item.load()) == ("-", "-", None, b"words")


def test_file_is_named_as_given_and_labelled_without_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    path.parent.mkdir()
    path.write_bytes(b"words")
    [item] = place(str(path)).inputs
    assert (item.name, item.label, item.load()) == (str(path), "b.txt", b"words")


def test_folder_gives_its_visible_files_sorted_part_by_part(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a-b.txt", "a/b/c.txt", ".hid/x.txt", ".x", "a/.y"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    found = place(str(tmp_path))
    assert found.is_folder
    assert names(found) == ["a/b/c.txt", "a/z.txt", "a-b.txt", "b.txt"]


def test_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert place(str(tmp_path)).inputs == ()


def test_link_to_nothing_in_a_folder_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "none")
    [item] = place(str(tmp_path)).inputs
    with pytest.raises(UnreadableInput, match="there is no such file"):
        item.load()


def test_folder_that_may_not_be_listed_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    [item] = place(str(tmp_path)).inputs
    assert item.name == str(tmp_path / "locked")
    with pytest.raises(UnreadableInput, match="the folder may not be read"):
        item.load()


@pytest.mark.parametrize("word", ["", "a\0b"])
def test_word_that_can_be_no_path_is_unreadable(word: str) -> None:
    [item] = place(word).inputs
    with pytest.raises(UnreadableInput):
        item.load()


def test_length_is_known_before_a_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    assert [item.length() for word in (str(path), "none", "-") for item in place(word).inputs] == [5, 0, 0]
