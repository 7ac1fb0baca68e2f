"""Changes that keep the form of a file, so that the search reaches what lies behind its container."""

from fuzz.mutation import lines
from fuzz.mutation.change import Change, Mutate, Mutator

__all__ = ["Change", "Mutate", "Mutator", "lines"]
