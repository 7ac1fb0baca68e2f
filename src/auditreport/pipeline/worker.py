"""The process that reads whole files: takes them on standard input, answers each with its outcome on standard output.

It is itself what contains the readers of binary formats: it reads under their limits of memory, tells the other side
when their time begins and ends, and dies of what would kill them.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import BinaryIO

from auditreport.parsers.formats.contained.child import answer_of, connected, is_large, limit
from auditreport.parsers.formats.contained.parent import document_of
from auditreport.parsers.formats.contained.wire import Answer, pack, read_frame, write_frame
from auditreport.parsers.formats.limits import Limits, count_scans
from auditreport.pipeline.elsewhere import MARK
from auditreport.pipeline.task import read_data
from auditreport.schemas import Document
from auditreport.vocab import use_own


def main() -> None:
    """Answer files until the input ends."""
    with connected() as (asked, answers):
        serve(asked, answers)


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer every file that comes in."""
    while (request := read_frame(asked)) is not None:
        found, task, calm = pickle.loads(request)
        data = read_frame(asked)
        if data is None:
            return
        limit(calm, 0)
        use_own(task.words)
        contain = _Watched(answers, calm)
        outcome = read_data(data, found, task, contain)
        is_last = contain.is_last or is_large()
        write_frame(answers, pack(Answer("outcome", outcome, is_last)))
        if is_last:
            return


class _Watched:
    """Reads a binary file in this process; `is_last` once that left it in no state to read another."""

    def __init__(self, answers: BinaryIO, calm: float) -> None:
        self.is_last = False
        self._answers = answers
        self._calm = calm

    def __call__(self, module: str, data: bytes, name: str, limits: Limits, keys: Mapping[str, str]) -> Document:
        write_frame(self._answers, MARK)
        limit(limits.time_for(len(data), count_scans(data)), limits.memory)
        answer = answer_of(module, data, name, keys)
        limit(self._calm, 0)
        self.is_last = answer.last
        write_frame(self._answers, MARK)
        return document_of(answer, name, limits)
