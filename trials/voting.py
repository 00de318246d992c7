"""Nobody has two votes, or another's, or one too late or in conflict: `python trials/voting.py [--sample]`.

Every council of at most five persons and three seats, with every delegation and conflict, is put to the program and
to the rules' words. Then rules are doctored one by one, and each has to be found out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import voting_cases as cases
from doctored_rules import CONTROLS, Control, doctored
from small_councils import Size
from voting_cases import Cases, Difference


class Part(NamedTuple):
    """Cases of one kind, and how many there are of them in full and in a sample."""

    title: str
    cases: Callable[[Size], Cases]
    full: Size
    cases_in_full: int
    sample: Size
    cases_in_sample: int


PARTS: Mapping[str, Part] = {
    "outside": Part(
        "one vote outside a sitting", cases.one_vote_outside, Size(5, 3), 5_875_200, Size(3, 2), 12_544
    ),
    "delegation": Part(
        "one vote in a sitting, by delegation",
        cases.one_vote_by_delegation,
        Size(5, 3),
        6_041_736,
        Size(2, 2),
        24_864,
    ),
    "conflict": Part(
        "one vote in a sitting, in conflict",
        cases.one_vote_in_conflict,
        Size(5, 3),
        14_927_744,
        Size(2, 2, every=3),
        21_240,
    ),
    "session": Part(
        "one vote out of session", cases.one_vote_out_of_session, Size(5, 3), 391_594, Size(2, 2), 10_878
    ),
    "two": Part(
        "two votes for one seat", cases.two_votes, Size(5, 2), 2_946_498, Size(2, 2, every=29), 20_808
    ),
    "declarations": Part(
        "declarations made and taken back",
        cases.declarations,
        Size(3, 3),
        7_165_440,
        Size(2, 2, every=2),
        21_824,
    ),
}


def first_difference(tried: Cases) -> tuple[int, Difference | None]:
    """The number of cases until the program does not do what the rules say, and that case."""
    number = 0
    for number, different in enumerate(tried, start=1):
        if different:
            return number, different
    return number, None


def caught(control: Control) -> tuple[int, Difference | None]:
    """How a doctored rule is found out."""
    part = PARTS[control.part]
    with doctored(control):
        return first_difference(part.cases(Size(3, 3) if control.three_seats else part.sample))


def main() -> int:
    parser = argparse.ArgumentParser(description="Voting in every small council")
    parser.add_argument("--sample", action="store_true", help="a small part, in seconds")
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all if none is named"
    )
    options = parser.parse_args()
    if unknown := {*options.parts} - {*PARTS}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    good = [_tried(PARTS[name], sample=options.sample) for name in options.parts or PARTS]
    print("\nDoctored rules, each of which has to be found out:")
    good += [*_controlled()]
    return 0 if all(good) else 1


def _tried(part: Part, *, sample: bool) -> bool:
    size, expected = (part.sample, part.cases_in_sample) if sample else (part.full, part.cases_in_full)
    began = time.monotonic()
    number, different = first_difference(part.cases(size))
    taken = time.monotonic() - began
    whole = different is not None or number == expected
    verdict = (
        "ok" if different is None and whole else "DIFFERS" if different else f"expected {expected:,} cases"
    )
    scale = f"{size.persons} persons, {size.seats} seats"
    print(f"{part.title:<38} {scale:<19} {number:>12,} cases {taken:>6.1f} s  {verdict}", flush=True)
    if different:
        print(f"  {different.world}\n  {different.case}\n  said {different.said}, done {different.done}")
    return different is None and whole


def _controlled() -> Iterator[bool]:
    for control in CONTROLS:
        number, different = caught(control)
        verdict = f"found out by case {number:,}" if different else f"NOT FOUND OUT in {number:,} cases"
        print(f"  {control.title:<66} {verdict}", flush=True)
        yield different is not None


if __name__ == "__main__":
    sys.exit(main())
