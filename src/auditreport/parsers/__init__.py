"""From bytes to a report: formats, outline, tables, values and records."""
