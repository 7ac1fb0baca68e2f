"""Press articles made of figures of reports: right, rounded, altered, and invented ones."""
