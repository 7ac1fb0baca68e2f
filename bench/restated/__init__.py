"""Pairs of generated reports of one department, of which the later prints figures of the earlier again."""
