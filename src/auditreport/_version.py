"""The version of the package, held in this one place."""

__version__ = "0.1.0"
