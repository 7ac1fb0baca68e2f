"""Encodings of web pages, declared and not."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.html.decode import decode

PAGE = "<html><head>{}</head><body>뷁 감사담당관</body></html>"


@pytest.mark.parametrize(
    ("declared", "written", "expected"),
    [
        ("", "utf-8", "utf-8"),
        ("", "cp949", "cp949"),
        ('<meta charset="utf-8">', "utf-8", "utf-8"),
        ('<meta charset="EUC-KR">', "cp949", "cp949"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">', "cp949", "cp949"),
        ('<meta charset="utf-8">', "cp949", "cp949"),
        ('<meta charset="euc-kr">', "utf-8", "utf-8"),
        ('<meta charset="iso-8859-1">', "cp949", "cp949"),
        ('<meta charset="no-such-thing">', "utf-8", "utf-8"),
        ("", "utf-8-sig", "utf-8"),
        ("", "utf-16", "utf-16"),
    ],
)
def test_page_is_decoded_by_what_fits(declared: str, written: str, expected: str) -> None:
    text, encoding = decode(PAGE.format(declared).encode(written))
    assert "뷁 감사담당관" in text
    assert encoding == expected


def test_damaged_characters_cost_only_themselves() -> None:
    text, encoding = decode("감사담당관".encode() + b"\xff\xff" + "예산현황".encode())
    assert (text, encoding) == ("감사담당관\ufffd\ufffd예산현황", "utf-8")
