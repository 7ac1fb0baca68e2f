"""Reports of several years and districts → what of them may be compared, and what became of their programmes."""
