"""Messages between the two processes."""

from __future__ import annotations

import pickle
from io import BytesIO
from pathlib import PurePosixPath

import pytest

from auditreport.parsers.formats.contained.wire import Answer, pack, read_frame, unpack, write_frame
from auditreport.pipeline import PassedOver
from auditreport.schemas import Text


def test_frames_come_out_as_they_went_in() -> None:
    stream = BytesIO()
    for body in (b"first", b"", b"third"):
        write_frame(stream, body)
    stream.seek(0)
    assert [read_frame(stream) for _ in range(4)] == [b"first", b"", b"third", None]


def test_frame_that_was_cut_off_is_none() -> None:
    stream = BytesIO()
    write_frame(stream, b"whole")
    assert read_frame(BytesIO(stream.getvalue()[:-1])) is None


def test_answer_keeps_texts_with_their_places() -> None:
    text = Text("가나", ((0, 5, 1),))
    assert unpack(pack(Answer("document", text, False))) == Answer("document", text, False)


def test_answer_with_a_foreign_type_is_refused() -> None:
    with pytest.raises(pickle.UnpicklingError, match="PurePosixPath"):
        unpack(pack(Answer("document", PurePosixPath("/"), False)))


@pytest.mark.parametrize("name", ["Any", "Text.join", "Field"])
def test_what_a_module_of_ours_only_imports_or_does_is_refused(name: str) -> None:
    body = f"cauditreport.schemas.document\n{name}\n.".encode()
    with pytest.raises(pickle.UnpicklingError, match=name):
        unpack(body)


def test_types_of_further_modules_are_built_where_they_are_named() -> None:
    body = pack(Answer("outcome", PassedOver("a.png"), False))
    assert unpack(body, ["auditreport.pipeline.outcomes"]).body == PassedOver("a.png")
    with pytest.raises(pickle.UnpicklingError, match="PassedOver"):
        unpack(body)
