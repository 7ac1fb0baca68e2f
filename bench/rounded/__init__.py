"""Tables whose true amounts are known to the won, as they are printed under each habit of rounding."""
