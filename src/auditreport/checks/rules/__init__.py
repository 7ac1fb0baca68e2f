"""The rules, a module for each family: what of a report has to agree with what."""
