"""The content streams of a page → its layout, by pdfminer's interpreter with a quicker way to numbers and operators.

Pages of reports draw rules and pictures with tens of thousands of operators, and pdfminer reads each of their numbers
by a dozen calls: nine tenths of all the time that a file takes. An operator with the numbers before it is taken here by
one regular expression. Whatever else stands in a stream (names, strings, lists, inline pictures, comments) is left to
pdfminer, token by token, so that the layout is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import PSEOF, PSKeyword, keyword_name
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

# Numbers and an operator with a space behind it. `BI` opens an inline picture, and `true`, `false` are no operators.
_OPERATION = re.compile(
    rb"\s*((?:[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s+)*)(?!BI\s|ID\s)([A-Za-z]{1,2}[01]?\*?|SCN|scn|EMC)(?=\s)"
)


def lay_out(page: Page) -> LTPage:
    """The layout of a page, as `page.layout` gives it but for the tags of marked content.

    Raises:
        PdfminerException: pdfminer stumbled over the page.
    """
    device = PDFPageAggregator(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
    try:
        Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    except Exception as error:
        raise PdfminerException(error) from error
    return device.get_result()


class Parser(PDFContentParser):
    """Objects of content streams, and operators with the numbers before them."""

    BUFSIZ = 1 << 16

    def operation(self) -> tuple[bytes, list[float]] | None:
        """The next operator with its numbers; `None` where something else comes next, for `nextobject` to read."""
        if self._tokens or self.results or self.context or self._parse1 != self._parse_main:
            return None
        match = _OPERATION.match(self.buf, self.charpos)
        if match is None:
            return None
        self.charpos = match.end()
        return match[2], [float(word) if b"." in word else int(word) for word in match[1].split()]


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, fed by `Parser`."""

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out content streams; one that calls itself is left out."""
        self.stream_ids.clear()
        kept: list[PDFStream] = []
        for stream in map(stream_value, streams):
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                kept.append(stream)
                self.stream_ids.add(stream.objid)
        if not kept:
            return
        parser = Parser(kept)
        known: dict[bytes, tuple[Callable[..., None], int] | None] = {}
        while True:
            operation = parser.operation()
            if operation is not None:
                name, numbers = operation
                self.argstack.extend(numbers)
                if name not in known:
                    known[name] = self._method(name.decode())
                self._carry_out(known[name])
                continue
            try:
                _, found = parser.nextobject()
            except PSEOF:
                return
            if isinstance(found, PSKeyword):
                self._carry_out(self._method(keyword_name(found)))
            else:
                self.push(found)

    def _method(self, name: str) -> tuple[Callable[..., None], int] | None:
        """What carries an operator out, and how many arguments it takes."""
        method: Any = getattr(self, "do_" + name.replace("*", "_a").replace('"', "_w").replace("'", "_q"), None)
        return None if method is None else (method, method.__code__.co_argcount - 1)

    def _carry_out(self, known: tuple[Callable[..., None], int] | None) -> None:
        if known is None:
            return
        method, count = known
        args = self.pop(count) if count else []
        if len(args) == count:
            method(*args)
