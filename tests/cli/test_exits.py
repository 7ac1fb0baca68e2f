from __future__ import annotations

from auditreport.cli.exits import ExitCode, worst


def test_codes_are_those_that_scripts_know() -> None:
    codes = {code.name: int(code) for code in ExitCode}
    assert codes == {
        "CLEAN": 0,
        "DISCREPANCIES": 1,
        "USAGE": 2,
        "UNREADABLE": 3,
        "UNRECOGNISED": 4,
        "INTERNAL": 5,
        "INTERRUPTED": 130,
        "CLOSED_PIPE": 141,
    }


def test_worst_that_happened_wins() -> None:
    assert worst(set()) is ExitCode.CLEAN
    assert worst({ExitCode.CLEAN, ExitCode.DISCREPANCIES}) is ExitCode.DISCREPANCIES
    assert worst({ExitCode.UNRECOGNISED, ExitCode.DISCREPANCIES}) is ExitCode.UNRECOGNISED
    assert worst({ExitCode.UNRECOGNISED, ExitCode.CLEAN}) is ExitCode.UNRECOGNISED
    assert worst({ExitCode.UNRECOGNISED, ExitCode.UNREADABLE}) is ExitCode.UNREADABLE
    assert worst({ExitCode.INTERNAL, ExitCode.UNREADABLE}) is ExitCode.INTERNAL
