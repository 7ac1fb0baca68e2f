"""The exceptions of auditreport: what could not be read at all.

What was read but not understood is an `Issue`; what a report states against itself is a `Discrepancy`.
"""

from __future__ import annotations


class AuditReportError(Exception):
    """Any failure that auditreport knows; its text names the thing, the place and the next step."""


class UnreadableInput(AuditReportError):
    """A file that no reader can read: missing, empty, binary rubbish, or in no supported format."""

    def __init__(self, name: str, reason: str, next_step: str) -> None:
        """Build the one sentence that the user sees.

        Args:
            name: the input as the user named it.
            reason: what is wrong with it.
            next_step: what the user can do.
        """
        super().__init__(f"{name}: {reason}; {next_step}")
        self.name = name
        self.reason = reason
        self.next_step = next_step


class UnusableScheduler(AuditReportError):
    """A Dask cluster that cannot be worked with: nobody answers there, or its workers are not as they should be."""

    def __init__(self, name: str, reason: str, next_step: str) -> None:
        """Build the one sentence that the user sees.

        Args:
            name: the scheduler or worker by its address.
            reason: what is wrong with it.
            next_step: what the user can do.
        """
        super().__init__(f"{name}: {reason}; {next_step}")
        self.name = name
        self.reason = reason
        self.next_step = next_step


class UnknownSchema(AuditReportError):
    """A schema name that nothing publishes."""


class StoreError(AuditReportError):
    """A store that cannot be used: missing, busy, damaged, of another version, full or read-only."""

    def __init__(self, name: str, reason: str, next_step: str) -> None:
        """Build the one sentence that the user sees.

        Args:
            name: the store as the user named it.
            reason: what is wrong with it.
            next_step: what the user can do.
        """
        super().__init__(f"{name}: {reason}; {next_step}")
        self.name = name
        self.reason = reason
        self.next_step = next_step


class WrongVocabulary(AuditReportError):
    """A file of the user's own words that cannot be used."""

    def __init__(self, name: str, reason: str, next_step: str) -> None:
        """Build the one sentence that the user sees.

        Args:
            name: the file as the user named it.
            reason: what is wrong with it, and where.
            next_step: what the user can do.
        """
        super().__init__(f"{name}: {reason}; {next_step}")
        self.name = name
        self.reason = reason
        self.next_step = next_step


class WrongDecision(AuditReportError):
    """An entry of a file of decisions that cannot be followed."""

    def __init__(self, name: str, entry: int | None, reason: str, next_step: str) -> None:
        """Build the one sentence that the user sees.

        Args:
            name: the file as the user named it.
            entry: number of the entry, from 1; none where it is the whole file.
            reason: what is wrong with it.
            next_step: what the user can do.
        """
        place = name if entry is None else f"{name}, entry {entry}"
        super().__init__(f"{place}: {reason}; {next_step}")
        self.name = name
        self.entry = entry
        self.reason = reason
        self.next_step = next_step
