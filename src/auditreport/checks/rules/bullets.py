"""AR30x: figures in bullets and running text (추진실적), and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.arithmetic import Origin, add, divide
from auditreport.checks import announced
from auditreport.checks.claims import Claim, of_equation
from auditreport.checks.rules.choosing import choose
from auditreport.checks.subject import Subject

# A figure this long seldom stands by chance within a slip of the pen of a sum.
_LONG = 3


def brackets(subject: Subject) -> Iterator[Claim]:
    """괄호 안 내역의 합 / Breakdowns in brackets.

    ko: `고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)`처럼 괄호 안에 나누어 적은 수의 합이 앞의 수여야
    합니다. 일부만 적었거나 중복 집계일 수 있으므로 오류로 단정하지 않습니다.

    en: Parts in brackets, as in `1,522건(오프라인 496, 온라인 1,026)`, add up to the figure before them. They may
    be some of the parts only, or count some twice, so that this is never an error.
    """
    yield from _announced(subject, "AR301", "bracket")
    yield from choose(subject, "AR301", "bracket", strength="likely")


def lines(subject: Subject) -> Iterator[Claim]:
    """한 줄에 나열된 수의 합 / Figures of one line.

    ko: `발생 1,699건 / 조치 1,532건 / 미조치 167건`처럼 한 줄의 첫 수가 나머지의 합인 경우입니다. 뒤에 내역만
    이어지거나(`62명 - 구청장상 40명, 구의장상 22명`) 접수와 그 결과(처리, 미처리)를 적은 줄은 합이 맞지 않으면
    참고로 알립니다.

    en: A line whose first figure is the sum of the others, as in `발생 1,699건 / 조치 1,532건 / 미조치 167건`. Where
    nothing but parts follow (`62명 - 구청장상 40명, 구의장상 22명`), or what came in and what became of all of it,
    a sum that fails is worth a look.
    """
    yield from _announced(subject, "AR302", "line")
    yield from _near(subject, "AR302", "line")


def line_rates(subject: Subject) -> Iterator[Claim]:
    """한 줄에 적힌 비율 / Rates in a line.

    ko: `조치 1,532건(처리율 90.2%)`처럼 한 줄에 적힌 비율이 그 줄의 두 수로 계산되는 경우입니다. 비율의 이름이나
    자리가 어느 수의 비율인지 말해 주면(`330명 선발, 수료 311명(수료율 94.2%)`) 맞지 않을 때 참고로 알립니다.

    en: A rate that two figures of its own line give, as in `조치 1,532건(처리율 90.2%)`. Where its name or place says
    what it is of (`330명 선발, 수료 311명(수료율 94.2%)`), one that they do not give is worth a look.
    """
    for item in subject.items:
        for found in announced.rates(subject, item):
            equation = divide(*found)
            if equation is not None:
                claim = of_equation(equation, "AR303", "likely")
                yield claim if claim.closes else claim.excused("base")
    for claim in choose(subject, "AR303", "line", strength="weak", relation="rate"):
        yield claim.met()


def bullets_below(subject: Subject) -> Iterator[Claim]:
    """하위 항목의 합 / Bullets below a figure.

    ko: 상위 항목의 수가 바로 아래 항목들에 적힌 수의 합인 경우입니다. 바로 아래 줄이 내역만 적은 줄이면(`41건`
    아래의 `징계 5건, 훈계 11건, 내부종결 25건`) 합이 맞지 않을 때 참고로 알립니다.

    en: A figure that is the sum of those in the bullets below it. Where the line right below is nothing but a list of
    parts (`징계 5건, 훈계 11건, 내부종결 25건` below `41건`), a sum that fails is worth a look.
    """
    yield from _announced(subject, "AR304", "below")
    yield from _near(subject, "AR304", "below")


def _announced(subject: Subject, code: str, place: announced.Place) -> Iterator[Claim]:
    """Sums that the form of an item tells; but for brackets of figures that are read as such never more than a note."""
    for item in subject.items:
        for found in announced.breakdowns(subject, item):
            equation = add(found.parts, found.whole) if found.place == place else None
            if equation is None or (equation.closes and not equation.is_exact):
                continue
            claim = of_equation(equation, code, "likely")
            is_sure = claim.closes or (place == "bracket" and found.is_read)
            yield claim if is_sure else claim.excused("subset" if claim.off > 0 else "multiple")


def _near(subject: Subject, code: str, origin: Origin) -> Iterator[Claim]:
    """Sums of figures that stand together; of short ones nothing but their agreement says that they are meant so."""
    for claim in choose(subject, code, origin, strength="weak"):
        is_long = max(operand.digits for operand in claim.operands) >= _LONG
        yield claim.met() if claim.closes and not is_long else claim
