"""auditreport: Korean local-government work reports (주요업무보고) → validated records."""

from auditreport._version import __version__

__all__ = ["__version__"]
