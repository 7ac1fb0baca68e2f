"""An HWPML file, from its bytes to the checks."""

from fuzz import seeds
from fuzz.mutation import markup
from fuzz.promise import read_whole
from fuzz.target import Target

TARGET = Target(run=read_whole, seeds=lambda: [seeds.markup()], change=markup.change)
