"""The order of the steps: bytes → document → report → facts, for one input or for many."""

from auditreport.pipeline.batch import read_places
from auditreport.pipeline.check import at_path, check_part, check_read
from auditreport.pipeline.executors import Executor, InTurn, SideBySide, make_executor
from auditreport.pipeline.explain import explain, select
from auditreport.pipeline.on_dask import OnDask
from auditreport.pipeline.one import Read, read_bytes, read_path
from auditreport.pipeline.outcomes import Broken, Done, Outcome, PassedOver, Unreadable
from auditreport.pipeline.sources import STDIN, Input, Place, find_places
from auditreport.pipeline.task import Task

__all__ = [
    "STDIN",
    "Broken",
    "Done",
    "Executor",
    "InTurn",
    "Input",
    "OnDask",
    "Outcome",
    "PassedOver",
    "Place",
    "Read",
    "SideBySide",
    "Task",
    "Unreadable",
    "at_path",
    "check_part",
    "check_read",
    "explain",
    "find_places",
    "make_executor",
    "read_bytes",
    "read_path",
    "read_places",
    "select",
]
