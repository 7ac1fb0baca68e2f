"""Fails in a way that no reader foresaw."""


def read(data: bytes, name: str) -> object:
    raise ZeroDivisionError(name)
