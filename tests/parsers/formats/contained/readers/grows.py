"""Asks for more memory than any limit allows."""


def read(data: bytes, name: str) -> object:
    return [bytes(1 << 26) for _ in range(1 << 10)]
