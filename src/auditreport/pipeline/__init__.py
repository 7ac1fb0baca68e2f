"""The order of the steps: bytes → document → report → facts."""

from auditreport.pipeline.one import Read, read_bytes, read_path

__all__ = ["Read", "read_bytes", "read_path"]
