"""A text file, from its bytes to the checks."""

from fuzz.promise import read_whole
from fuzz.seeds import texts
from fuzz.target import Target

TARGET = Target(run=read_whole, seeds=texts)
