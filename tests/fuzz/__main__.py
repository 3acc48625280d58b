"""Gives every reader inputs for as long as asked, an hour by default, and says how many it read."""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter

from fuzz.readers import READERS
from fuzz.running import run

EXAMPLES = 500
"""Inputs of one round of a reader."""


def main() -> None:
    """Go round all readers, with other inputs in each round; exit code 1 if one failed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    given = parser.parse_args()
    print(f"seed {given.seed}")
    read: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    end = time.monotonic() + given.seconds
    number = given.seed
    while time.monotonic() < end:
        for reader in READERS:
            if failed[reader.name]:
                continue  # one cause gives one report
            try:
                run(reader, examples=EXAMPLES, number=number)
            except Exception:  # whatever a reader raises is what we look for
                failed[reader.name] += 1
                print(f"{reader.name}, seed {number}:")
                traceback.print_exc()
            read[reader.name] += EXAMPLES
            if time.monotonic() >= end:
                break
        number += 1
    for name, count in read.items():
        print(f"{count:9,}  {name}{'  FAILED' if failed[name] else ''}")
    print(f"{sum(read.values()):9,}  inputs, {len(+failed)} readers failed")
    sys.exit(bool(+failed))


if __name__ == "__main__":
    main()
