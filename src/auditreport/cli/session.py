"""What all commands of one run share: the language, the talk, whether tracebacks are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from auditreport.cli.talk import Talk


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line."""

    talk: Talk
    debug: bool

    def translate(self, message: str) -> str:
        """A message in the reader's language."""
        return self.talk.translate(message)
