"""The bytes of a saved web page → `Document`."""

from __future__ import annotations

import re

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.flow import assemble
from auditreport.parsers.formats.html.decode import decode
from auditreport.schemas import Document

_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a web page.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the page has no content, or nests deeper than any page does.
    """
    from lxml import etree, html

    from auditreport.parsers.formats.html.walk import Walker

    text, encoding = decode(data)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_PROLOG.sub("", text).encode("utf-8", errors="replace"), parser=parser)
        body = root.find("body")
        pieces = Walker(root if body is None else body).pieces()
    except (etree.LxmlError, RecursionError) as error:
        raise UnreadableInput(
            name, "the web page is damaged", "save it again from the browser and pass that file"
        ) from error
    return assemble(pieces, data, name, media_type="text/html", reader="html", encoding=encoding)
