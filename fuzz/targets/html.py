"""A saved web page, from its bytes to the checks."""

from fuzz.mutation import markup
from fuzz.promise import read_whole
from fuzz.seeds import PAGE
from fuzz.target import Target

TARGET = Target(run=read_whole, seeds=lambda: [PAGE.encode()], change=markup.change)
