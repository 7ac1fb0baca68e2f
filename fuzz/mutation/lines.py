"""Lines of a report, changed as lines: words of the field put in, figures made absurd, lines moved and repeated."""

from __future__ import annotations

import re
from random import Random

from fuzz.mutation.change import NUMBERS, Mutate, shuffled

_NUMBER = re.compile(rb"\d[\d,.]*")
WORDS = tuple(
    word.encode()
    for word in (
        "Ⅰ. 일반현황",
        "Ⅱ. 주요업무 추진실적",
        "Ⅲ. 2025년 추진계획",
        "1. 인 력",
        "2. 예산현황",
        "3. 조 직",
        "□ 추진실적",
        "○ ",
        " - ",
        "※ ",
        "(단위 : 천원)",
        "(단위 : 명)",
        "구 분 계 5급 6급",
        "구분|예산액|집행액|잔액|집행률",
        "\t",
        "|",
        "|---|---|",
        "정 원",
        "현 원",
        "과부족",
        "합 계",
        "△1,052",
        "－",
        "1억 2,345만원",
        "70～80%",
        "2024. 10. 31.기준",
        "’24.12월말",
        "제315회 강동구의회 제2차 정례회",
        "소요예산 : 120백만원(국비 60, 시비 60)",
        "3개소 5,000명",
        "9999조 9999억 9999만 9999원",
        "22(24)",
        "5/5",
        "전년도 대비 10% 증",
        "<td>",
        "# ",
        "· · · · · 12",
        "\x0c",
        "\u2028",
        "\u202e",
        "\x1b[31m",
        "\ufeff",
        "３４",
        "①",
        "²",
        "٣",
        "\0",
    )
)


def change(data: bytes, chance: Random, mutate: Mutate) -> bytes:
    """One change of one line, or of the order of the lines."""
    lines = data.split(b"\n")
    return b"\n".join(shuffled(lines, chance, lambda line: _line(line, chance, mutate)))


def _line(line: bytes, chance: Random, mutate: Mutate) -> bytes:
    match chance.randrange(5):
        case 0:
            return mutate(line, len(line) + 64)
        case 1:
            return _NUMBER.sub(lambda _: chance.choice(NUMBERS), line, count=1)
        case 2:
            return _NUMBER.sub(lambda _: str(chance.randrange(10 ** chance.randrange(1, 9))).encode(), line)
        case 3:
            return line + chance.choice((b"", b" ", b"\t", b"|")) + chance.choice(WORDS)
        case _:
            at = chance.randrange(len(line) + 1)
            return line[:at] + chance.choice(WORDS) + line[at:]
