"""An HWPX file, from its bytes to the checks."""

from fuzz.mutation import zipped
from fuzz.promise import read_whole
from fuzz.seeds import package
from fuzz.target import Target

TARGET = Target(run=read_whole, seeds=lambda: [package()], change=zipped.change)
