"""What the tests reach, as `coverage json` tells it → whether it is enough: `python -m bench.coverage FILE`.

Run by `make coverage`. Lines and branches count together. A file that few tests reach is hidden by the others in the
total: each has a floor of its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TOTAL, EACH = 95, 85


def main() -> int:
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    total = found["totals"]["percent_covered"]
    low = {name: file["summary"]["percent_covered"] for name, file in found["files"].items()}
    low = {name: share for name, share in low.items() if share < EACH}
    for name, share in sorted(low.items(), key=lambda pair: pair[1]):
        print(f"{share:5.1f} %  {name}: less than {EACH} %")
    print(f"{total:5.1f} %  of lines and branches, {len(found['files'])} files, {len(low)} below {EACH} %")
    return int(total < TOTAL or bool(low))


if __name__ == "__main__":
    sys.exit(main())
