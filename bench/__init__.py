"""How fast `auditreport` is: the text path in process, and the whole cold command."""
