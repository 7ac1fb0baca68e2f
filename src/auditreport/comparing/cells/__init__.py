"""Figures of reports → one for each indicator, department, year and phase (비교표의 칸)."""
