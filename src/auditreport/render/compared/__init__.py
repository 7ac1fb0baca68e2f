"""A comparison (비교 결과) → a table for the terminal, JSON, CSV, a workbook, a page to publish.

Each form is a module of its own, so that none is loaded before it is asked for.
"""
