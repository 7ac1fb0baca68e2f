"""Scopes of an outline → records, one module a record kind."""
