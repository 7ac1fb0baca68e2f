"""A PDF file, from its bytes to the checks."""

from fuzz.mutation import objects
from fuzz.promise import read_whole
from fuzz.seeds import pages
from fuzz.target import Target

TARGET = Target(run=read_whole, seeds=pages, change=objects.change, watched=("pdfplumber", "pdfminer"))
