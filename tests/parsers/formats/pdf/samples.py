"""PDF files written for tests: text at given places, rules, shades, turned pages."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


def advance(text: str, size: float) -> float:
    """How far a text runs: Hangul takes a whole em, everything else half of one."""
    return sum(1.0 if ord(char) > 0x2000 else 0.5 for char in text) * size


@dataclass
class Page:
    """A page; places are counted in points from its top left."""

    turn: int = 0
    operators: list[str] = field(default_factory=list)
    characters: set[str] = field(default_factory=set)

    def text(self, x: float, top: float, text: str, size: float = 10) -> Page:
        """Print a text; `top` is that of its glyphs."""
        self.characters.update(text)
        codes = "".join(f"{ord(char):04x}" for char in text)
        self.operators.append(f"BT /F0 {size} Tf 1 0 0 1 {x} {HEIGHT - top - 0.8 * size} Tm <{codes}> Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """Draw a line."""
        self.operators.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def shade(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """Fill an area with a light grey."""
        self.operators.append(f"q 0.9 g {x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f Q")
        return self

    def table(
        self,
        x: float,
        y: float,
        widths: list[float],
        rows: list[list[str]],
        *,
        rules: str = "ruled",
        height: float = 18,
    ) -> Page:
        """Draw a table: `ruled` on all sides, `open` at the left and right, `across` only, or around the `head`."""
        xs = [x]
        for width in widths:
            xs.append(xs[-1] + width)
        ys = [y + height * i for i in range(len(rows) + 1)]
        for i, at in enumerate(ys):
            if rules != "head" or i in (0, 1, len(rows)):
                self.rule(xs[0], at, xs[-1], at)
        inner = {"ruled": xs, "open": xs[1:-1], "across": [], "head": []}[rules]
        for at in inner:
            self.rule(at, ys[0], at, ys[-1])
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                middle = (xs[c] + xs[c + 1]) / 2
                self.text(middle - advance(cell, 9) / 2, ys[r] + 4, cell, 9)
        return self


def write(*pages: Page, password: str | None = None) -> bytes:
    """The bytes of a file with these pages, locked if there is a password."""
    characters = sorted(set().union(*(page.characters for page in pages)))
    named = [f"<{ord(char):04x}> <{ord(char):04x}>" for char in characters]
    chunks = [named[i : i + 100] for i in range(0, len(named), 100)]
    cmap = "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /T def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
            *(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
    narrow = " ".join(f"{ord(char)} [500]" for char in characters if ord(char) <= 0x2000)
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] "
        b"/ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /FontDescriptor 5 0 R /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [" + narrow.encode() + b"] >>",
        b"<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
        b"/Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>",
        stream(cmap.encode()),
    ]
    for i, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.turn} "
            f"/Resources << /Font << /F0 3 0 R >> >> /Contents {8 + 2 * i} 0 R >>".encode()
        )
        objects.append(stream("\n".join(page.operators).encode()))
    return assemble(objects) if password is None else locked(objects, password)


def stream(data: bytes, times: int = 1) -> bytes:
    """A stream, folded `times` times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = " ".join(["/FlateDecode"] * times)
    return f"<< /Length {len(data)} /Filter [{filters}] >>\nstream\n".encode() + data + b"\nendstream"


_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_ID = b"0123456789abcdef"


def rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def locked(objects: list[bytes], password: str) -> bytes:
    """A file of objects, encrypted by the oldest standard handler (PDF 1.7, 7.6.3; 40 bits)."""
    padded = (password.encode("latin-1") + _PAD)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + _ID).digest()[:5]
    hidden = []
    for number, body in enumerate(objects, 1):
        head, begin, rest = body.partition(b"stream\n")
        if begin:
            data = rest.removesuffix(b"\nendstream")
            own = hashlib.md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10]
            body = head + begin + rc4(own, data) + b"\nendstream"
        hidden.append(body)
    user = rc4(key, _PAD)
    hidden.append(
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>".encode(),
    )
    return assemble(hidden, f"/Encrypt {len(hidden)} 0 R /ID [<{_ID.hex()}> <{_ID.hex()}>]")


def assemble(objects: list[bytes], more: str = "") -> bytes:
    """A file of objects, numbered from 1; the first is the catalogue. `more` stands in the trailer."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
