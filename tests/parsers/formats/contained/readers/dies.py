"""Ends its process."""

import os
import signal


def read(data: bytes, name: str) -> object:
    os.kill(os.getpid(), signal.SIGSEGV)
    return None
