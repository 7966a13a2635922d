"""Run `make accuracy`, or `python -m tests.accuracy --verbose` to see every disagreement with its judgement."""

from __future__ import annotations

import argparse

from tests.accuracy.facts import MEASURES, TARGETS, records
from tests.accuracy.finding import judged
from tests.corpus.floors import parsed


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how right reading is on the sample")
    parser.add_argument("--verbose", action="store_true", help="list each disagreement")
    parser.add_argument("--field", help="this field only")
    arguments = parser.parse_args()
    if not records():
        print("The sample texts are not beside the project.")
        return
    print(f"{'field':22}{'present':>8}{'read':>8}{'agree':>8}{'share':>9}{'judged':>8}{'left':>6}{'target':>9}")
    for field, measure in MEASURES.items():
        if arguments.field not in (None, field):
            continue
        findings = [one for name, cable in parsed().items() for one in measure(cable, records()[name])]
        wrong = [one for one in findings if not one.agrees]
        left = [one for one in wrong if (one.id, field) not in judged()]
        agree = len(findings) - len(wrong)
        target = f"{TARGETS[field]:9.1%}" if field in TARGETS else ""
        print(
            f"{field:22}{len(findings):8}{sum(one.ours is not None for one in findings):8}{agree:8}"
            f"{agree / len(findings):9.2%}{len(wrong) - len(left):8}{len(left):6}{target}"
        )
        if arguments.verbose:
            for one in wrong:
                judgement = judged().get((one.id, field))
                print(f"    {one.id}: {one.truth!r}; read {one.ours!r}"[:230])
                if judgement:
                    print(f"        {judgement.verdict}: {judgement.reason}")


if __name__ == "__main__":
    main()
