"""For `make mutants`: what the code worked out and keeps is forgotten before its tests, so that a change to it shows.

mutmut tries each change in a copy of a process in which the tests ran before. The vocabulary is
kept: no part changes it.
"""

from __future__ import annotations

import sys

KEPT = "auditreport.vocab"


def pytest_sessionstart() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("auditreport.") and not name.startswith(KEPT):
            for value in vars(module).values():
                forget = getattr(value, "cache_clear", None)
                if forget is not None and not getattr(value, "__module__", KEPT).startswith(KEPT):
                    forget()
