"""`python -m auditreport` is the same as `auditreport`."""

import sys

from auditreport.cli import main

if __name__ == "__main__":
    sys.exit(main())
