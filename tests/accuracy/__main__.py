"""Run `make accuracy`, or `python -m tests.accuracy --verbose` to see every disagreement with its judgement."""

from __future__ import annotations

import argparse

from tests.accuracy.facts import records
from tests.accuracy.report import measured


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how right reading is on the sample")
    parser.add_argument("--verbose", action="store_true", help="list each disagreement")
    parser.add_argument("--field", help="this field only")
    arguments = parser.parse_args()
    if not records():
        print("The sample texts are not beside the project.")
        return
    print(f"{'field':28}{'present':>8}{'read':>7}{'agree':>7}{'share':>9}{'judged':>8}{'left':>6}{'target':>9}")
    for one in measured():
        if arguments.field not in (None, one.field):
            continue
        number, target = len(one.findings), f"{one.target:9.1%}" if one.target else ""
        print(
            f"{one.field:28}{number:8}{one.read:7}{one.agreeing:7}{one.agreeing / number:9.2%}"
            f"{len(one.wrong) - len(one.left):8}{len(one.left):6}{target}"
        )
        for finding in one.wrong if arguments.verbose else ():
            print(f"    {finding.id}: {finding.truth!r}; read {finding.ours!r}"[:230])
            if judgement := one.judgement(finding):
                print(f"        {judgement.verdict}: {judgement.reason}")


if __name__ == "__main__":
    main()
