"""Refuses its file."""

from auditreport.errors import UnreadableInput


def read(data: bytes, name: str) -> object:
    raise UnreadableInput(name, "it is locked", "unlock it")
