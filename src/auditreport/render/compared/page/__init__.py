"""A comparison → one page that needs no network: tables, charts, and each figure's place in the source (비교 보고)."""

from auditreport.render.compared.page.write import compare_html

__all__ = ["compare_html"]
