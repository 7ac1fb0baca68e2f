"""Command line (명령줄): arguments in, data on standard output, talk on standard error, an exit code out."""

from auditreport.cli.app import main

__all__ = ["main"]
