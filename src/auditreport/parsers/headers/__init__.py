"""Printed lines of a header → the orders of columns that they allow: heights of titles, sweep, evidence."""
