"""Typed results (보고 내용) → what a person or a tool reads: terminal tables, messages, reports."""
