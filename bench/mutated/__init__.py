"""Documents with one digit changed, and whether the checks see it."""
