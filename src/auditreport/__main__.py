"""`python -m auditreport` is the same as `auditreport`."""

from auditreport.cli import main

if __name__ == "__main__":
    main()
