"""An HWP 5 file, from its bytes to the checks."""

from fuzz.mutation import records
from fuzz.promise import read_whole
from fuzz.seeds import document
from fuzz.target import Target

TARGET = Target(run=read_whole, seeds=lambda: [document()], change=records.change, watched=("hwp5", "olefile"))
