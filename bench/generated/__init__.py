"""Tables in the manner of real reports, with their truth: made by seed, printed clean and as text dumps print them."""
