"""The tables (표) that reports become for other programs: names, types, meanings and keys, defined here alone.

Parquet schemas, SQL, Table Schemas, headers and the page of the manual are made from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, get_args

from auditreport.schemas.discrepancy import Class, RoundingHabit, Severity
from auditreport.schemas.fact import Kind, Method, Part, Status

# text · whole number · decimal number, exact · one with more digits than databases hold · binary number · truth · day ·
# a list or an object as JSON.
Type = Literal["text", "integer", "decimal", "digits", "number", "boolean", "date", "json"]
# A value of a row: decimals, days and JSON are text, so that nothing of them is lost on the way.
Value = str | int | float | bool | None
Row = tuple[Value, ...]
# Rows of one table; those of several tables may follow each other in any order, those of one stand in its own.
Batch = tuple[str, list[Row]]


class Column(NamedTuple):
    """A column (열).

    Attributes:
        name: in small letters and underscores, so that every engine takes it.
        type: what its values are.
        ko: what it is, in Korean.
        en: what it is, in English.
        unit: unit of its numbers, where it is always the same.
        required: whether every row has a value.
        choices: all values that it can have; empty if they are open.
    """

    name: str
    type: Type
    ko: str
    en: str
    unit: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()


class Foreign(NamedTuple):
    """A foreign key (외래키): `columns` of a table are the key of another."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


class Table(NamedTuple):
    """A table (표).

    Attributes:
        key: columns that no two rows share.
        foreign: what ties it to other tables.
        indexed: columns worth an index of their own.
        searched: columns with words that people search for.
    """

    name: str
    ko: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[Foreign, ...] = ()
    indexed: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    def row(self, values: dict[str, Any]) -> Row:
        """Values by column as a row; all columns have to be there, and nothing else."""
        if values.keys() != set(self.names):
            raise KeyError(f"{self.name}: {sorted(values.keys() ^ set(self.names))}")
        return tuple(values[name] for name in self.names)


# Where each row comes from; the same in all tables. Parquet files are parted by district and year.
_SHA256 = Column("sha256", "text", "원본 파일의 SHA-256", "SHA-256 of the report's file, its key.", required=True)
_PATH = Column(
    "path", "text", "원본 파일의 경로", "The report's file, as it was named when it was read.", required=True
)
_DISTRICT = Column("district", "text", "자치단체", "Local government that reports, as the report names it.")
_YEAR = Column("year", "integer", "보고 연도", "Year that the report looks back on.")
SOURCE = (_DISTRICT, _YEAR, _PATH, _SHA256)
PARTITION = ("district", "year")
_REPORT = Foreign(("sha256",), "reports", ("sha256",))

_LINE = Column("line", "integer", "줄", "1-based line of a text file.")
_PAGE = Column("page", "integer", "쪽", "1-based page of a paged file.")
_PLACE = (
    _LINE,
    _PAGE,
    Column("start", "integer", "시작 위치", "Offset of the first character in the text taken from the file."),
    Column("end", "integer", "끝 위치", "Offset behind the last character."),
)

REPORTS = Table(
    "reports",
    "보고서",
    "One row for each report.",
    (
        *SOURCE,
        Column("district_code", "text", "자치단체 행정코드", "Official code; empty where several have the name."),
        Column("department", "text", "부서", "Department that reports."),
        Column("title", "text", "제목", "Title as printed on the cover."),
        Column("doc_kind", "text", "문서 종류", "work_report, work_plan or press_article.", required=True),
        Column("plan_year", "integer", "계획 연도", "Year planned for."),
        Column("council", "text", "의회", "Council."),
        Column("session_number", "integer", "회기", "Number of the council's session."),
        Column("session_name", "text", "회기 이름", "Session as printed."),
        Column("session_start", "date", "회기 시작일", "First day of the session."),
        Column("session_end", "date", "회기 종료일", "Last day of the session."),
        Column("published", "date", "게시일", "Day of publication."),
        Column("media_type", "text", "파일 형식", "What the file is, told by its content.", required=True),
        Column("size", "integer", "파일 크기", "Size of the file.", unit="bytes", required=True),
        Column("reader", "text", "읽은 방식", "Name of the reader.", required=True),
        Column("reader_version", "text", "읽은 버전", "Version of auditreport that read the file.", required=True),
        Column("facts", "integer", "수치의 수", "Number of its figures.", required=True),
        Column(
            "confirmed",
            "integer",
            "확인된 수치의 수",
            "Number of its figures that an equation confirms.",
            required=True,
        ),
        Column("equations", "integer", "등식의 수", "Number of its equations.", required=True),
        Column("discrepancies", "integer", "불일치의 수", "Number of its discrepancies.", required=True),
        Column("issues", "integer", "미해독의 수", "Number of places not understood.", required=True),
        Column(
            "rounding",
            "text",
            "반올림 방식",
            "How it rounds, told by its own equations.",
            choices=get_args(RoundingHabit),
        ),
    ),
    key=("sha256",),
    indexed=("district", "year", "department"),
)

PROGRAMMES = Table(
    "programmes",
    "사업",
    "One row for each programme of a report, or part of it; without title: what stands outside of programmes.",
    (
        Column("number", "integer", "순번", "Its place among those of the report, from 1.", required=True),
        Column("part", "text", "보고서의 부분", "Part of the report.", required=True, choices=get_args(Part)),
        Column("printed_number", "text", "인쇄된 번호", "Number as printed."),
        Column("title", "text", "사업명", "Title of the programme."),
        Column("subprogramme", "text", "세부사업", "Heading of the part of the programme that this is."),
        Column("teams", "json", "담당팀", "Teams that carry it out.", required=True),
        Column("programme_year", "integer", "사업 연도", "Year that its figures speak about."),
        Column("printed_page", "integer", "목차의 쪽", "Printed page, from the contents list."),
        Column("deduced", "boolean", "추론 여부", "Whether the title is from the contents list alone.", required=True),
        *SOURCE,
        *_PLACE,
    ),
    key=("sha256", "number"),
    foreign=(_REPORT,),
    searched=("title", "subprogramme"),
)

DIMS = ("job_class", "grade", "fund", "column", "of", "unit", "side", "sex", "qualifier")
_DIM_WORDS = {
    "job_class": ("직종", "Class of staff."),
    "grade": ("직급", "Grade of staff."),
    "fund": ("재원", "Source of funds."),
    "column": ("열 제목", "Title of the column of a table."),
    "of": ("내역", "The part of a breakdown."),
    "unit": ("하위 조직", "Office or team below the department."),
    "side": ("세입·세출", "Income or spending."),
    "sex": ("성별", "Sex."),
    "qualifier": ("한정어", "A word that limits the figure."),
}

FACTS = Table(
    "facts",
    "수치",
    "One row for each figure that a report states.",
    (
        Column("id", "text", "수치 번호", "Stable for the same bytes, on every machine.", required=True),
        _DISTRICT,
        Column("department", "text", "부서", "Department that reports."),
        _YEAR,
        Column("kind", "text", "종류", "Kind of figure.", required=True, choices=get_args(Kind)),
        Column(
            "part", "text", "보고서의 부분", "Part of the report that states it.", required=True, choices=get_args(Part)
        ),
        Column("programme", "text", "사업명", "Title of the programme."),
        Column("subprogramme", "text", "세부사업", "Heading of the programme's own part."),
        Column("item", "text", "항목", "Label of the row, or of the figure in running text."),
        Column("concept", "text", "개념", "What the figure measures.", required=True),
        *(Column(f"dims_{name}", "text", *_DIM_WORDS[name]) for name in DIMS),
        Column("dims_other", "json", "그 밖의 차원", "Further dimensions, as an object."),
        Column("period_year", "integer", "수치의 연도", "Year that the figure speaks about."),
        Column("period_as_of", "date", "기준일", "Reference date."),
        Column("period_start", "date", "기간 시작일", "First day of its time."),
        Column("period_end", "date", "기간 종료일", "Last day of its time."),
        Column("value", "decimal", "값", "Number in the base unit: won, percent, or the counter.", required=True),
        Column("unit", "text", "단위", "KRW, %, or the counter as printed; empty where none is stated."),
        Column(
            "decimals", "integer", "정밀도", "Precision as in XBRL: -3 for a figure printed in 천원.", required=True
        ),
        Column("raw", "text", "원문 표기", "The numeral with its sign exactly as printed.", required=True),
        Column("status", "text", "확실성", "How its place is known.", required=True, choices=get_args(Status)),
        Column("reading_method", "text", "읽은 방법", "How it was read.", required=True, choices=get_args(Method)),
        Column("reading_confirmed", "boolean", "검산 확인", "Whether an equation confirms it.", required=True),
        Column("candidates", "json", "가능한 자리", "If ambiguous: what it may be, best first.", required=True),
        _PATH,
        _SHA256,
        Column("programme_number", "integer", "사업 순번", "Its programme in the table programmes.", required=True),
        Column("source_line", "integer", "줄", "1-based line of a text file."),
        Column("source_page", "integer", "쪽", "1-based page of a paged file."),
        Column("source_start", "integer", "시작 위치", "Offset of the numeral in the text of the file.", required=True),
        Column("source_end", "integer", "끝 위치", "Offset behind the numeral.", required=True),
        Column("source_x0", "number", "왼쪽", "Left edge on the page.", unit="pt"),
        Column("source_top", "number", "위", "Upper edge on the page, from its top.", unit="pt"),
        Column("source_x1", "number", "오른쪽", "Right edge on the page.", unit="pt"),
        Column("source_bottom", "number", "아래", "Lower edge on the page, from its top.", unit="pt"),
        Column("source_path", "text", "파일 안의 자리", "Place in a structured file such as HWP."),
    ),
    key=("id",),
    foreign=(_REPORT, Foreign(("sha256", "programme_number"), "programmes", ("sha256", "number"))),
    indexed=("concept", "district", "department", "year"),
    searched=("programme", "subprogramme", "item", "dims_column", "dims_of"),
)

ISSUES = Table(
    "issues",
    "미해독",
    "One row for each place that was read without being understood, or by deduction only.",
    (
        Column("number", "integer", "순번", "Its place among those of the report, from 1.", required=True),
        Column("code", "text", "코드", "Kind of issue.", required=True),
        Column("severity", "text", "심각도", "info or warning.", required=True, choices=("info", "warning")),
        Column("message", "text", "설명", "One English sentence.", required=True),
        Column("detail", "text", "해당 문구", "The words of the report that it is about."),
        *SOURCE,
        *_PLACE,
    ),
    key=("sha256", "number"),
    foreign=(_REPORT,),
    indexed=("code",),
)

_RULE = Column("rule", "text", "규칙", "Code of the rule.", required=True)
_LINES = Column("lines", "json", "줄", "1-based lines of its figures, of a text file.", required=True)
_PAGES = Column("pages", "json", "쪽", "1-based pages of its figures, of a paged file.", required=True)
_EQUATION = Foreign(("sha256", "equation"), "equations", ("sha256", "id"))
_FACT = Foreign(("fact",), "facts", ("id",))

EQUATIONS = Table(
    "equations",
    "등식",
    "One row for each relation that a report claims between its figures.",
    (
        Column("id", "text", "등식 번호", "Stable for the same bytes, on every machine.", required=True),
        _RULE,
        Column("class", "text", "판정", "Whether and how it holds.", required=True, choices=get_args(Class)),
        Column("formula", "text", "식", "Readable, with the figures as printed.", required=True),
        Column("stated", "decimal", "적힌 값", "The stated result, in the base unit.", required=True),
        Column("expected_low", "digits", "허용 하한", "Least result that the other figures allow."),
        Column("expected_high", "digits", "허용 상한", "Greatest result that the other figures allow."),
        Column("slack", "number", "여유", "If it closes by rounding: 1 in the middle of the range, 0 at its edge."),
        *SOURCE,
        _LINES,
        _PAGES,
    ),
    key=("sha256", "id"),
    foreign=(_REPORT,),
    indexed=("rule", "class"),
)

EQUATION_FACTS = Table(
    "equation_facts",
    "등식의 수치",
    "One row for each figure of an equation, the stated result last.",
    (
        Column("equation", "text", "등식 번호", "The equation.", required=True),
        Column("number", "integer", "순번", "Its place in the equation, from 1.", required=True),
        Column("fact", "text", "수치 번호", "The figure.", required=True),
        *SOURCE,
    ),
    key=("sha256", "equation", "number"),
    foreign=(_EQUATION, _FACT),
    indexed=("fact",),
)

DISCREPANCIES = Table(
    "discrepancies",
    "불일치",
    "One row for each place where a report contradicts itself.",
    (
        Column("number", "integer", "순번", "Its place among those of the report, the gravest first.", required=True),
        _RULE,
        Column("severity", "text", "심각도", "How grave.", required=True, choices=get_args(Severity)),
        Column("message_ko", "text", "설명(한국어)", "What contradicts what, in Korean.", required=True),
        Column("message_en", "text", "설명(영어)", "What contradicts what, in English.", required=True),
        Column("difference", "digits", "차이", "Stated result less what the other figures give.", required=True),
        Column("unit", "text", "단위", "Unit of the difference: KRW, %, or the counter."),
        Column("excuses_ko", "json", "가능한 해명(한국어)", "Innocent explanations, in Korean.", required=True),
        Column("excuses_en", "json", "가능한 해명(영어)", "Innocent explanations, in English.", required=True),
        Column("fingerprint", "text", "지문", "Stable for the same cause.", required=True),
        Column("equation", "text", "등식 번호", "The equation that does not hold.", required=True),
        *SOURCE,
        _LINES,
        _PAGES,
    ),
    key=("sha256", "number"),
    foreign=(_REPORT, _EQUATION),
    indexed=("rule", "severity"),
)

SUSPECTS = Table(
    "suspects",
    "의심 수치",
    "One row for each figure that a discrepancy is traced to, likeliest first.",
    (
        Column("discrepancy", "integer", "불일치 순번", "The discrepancy.", required=True),
        Column("number", "integer", "순번", "Its place among the suspects, from 1.", required=True),
        Column("fact", "text", "수치 번호", "The figure; empty for a number in running text that is no fact."),
        Column("raw", "text", "원문 표기", "The numeral as printed.", required=True),
        Column("label", "text", "이름", "Row and column, or the label in the text.", required=True),
        Column("instead", "digits", "맞는 값", "The one value, in the base unit, that would settle it."),
        Column("instead_printed", "text", "맞는 값의 표기", "The same in the unit of the report."),
        *SOURCE,
        _LINE,
        _PAGE,
    ),
    key=("sha256", "discrepancy", "number"),
    foreign=(Foreign(("sha256", "discrepancy"), "discrepancies", ("sha256", "number")), _FACT),
)

# A table stands behind those that its keys lead to.
TABLES = {
    table.name: table
    for table in (REPORTS, PROGRAMMES, FACTS, ISSUES, EQUATIONS, EQUATION_FACTS, DISCREPANCIES, SUSPECTS)
}


def chosen_tables(names: Iterable[str]) -> tuple[Table, ...]:
    """Tables by name, in the order of `TABLES`, with the keys that lead to tables among them."""
    wanted = set(names)
    return tuple(
        table._replace(foreign=tuple(key for key in table.foreign if key.table in wanted))
        for table in TABLES.values()
        if table.name in wanted
    )
