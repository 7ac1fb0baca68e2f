"""What the checks found → text, JSON, SARIF, JUnit, annotations of GitHub, Markdown (검증 결과 출력)."""

from auditreport.render.checked.run import CheckRun

__all__ = ["CheckRun"]
