"""A mutant is the source with one fault in it, and every fault that matters is put in."""

from __future__ import annotations

import ast
from pathlib import Path

from judges import MODULES
from mutations import mutants

ROOT = Path(__file__).parents[2]

SOURCE = '''
def reasons(age, asked, known=()):
    """Who is 18 may ask once."""
    if age < 18 and not asked:
        yield "young"
    if asked:
        yield age + 1
'''


def test_comparisons_junctions_negations_conditions_numbers_sums_and_reasons_are_each_put_wrong() -> None:
    said = [(mutant.line, mutant.said) for mutant in mutants(SOURCE)]
    assert sorted(said) == [
        (4, "18  ->  19"),
        (4, "age < 18  ->  age <= 18"),
        (4, "age < 18  ->  age >= 18"),
        (4, "age < 18 and (not asked)  ->  age < 18"),
        (4, "age < 18 and (not asked)  ->  age < 18 or not asked"),
        (4, "age < 18 and (not asked)  ->  not asked"),
        (4, "not asked  ->  asked"),
        (5, "without yield 'young'"),
        (6, "if asked  ->  if not asked"),
        (7, "1  ->  2"),
        (7, "age + 1  ->  age - 1"),
        (7, "without yield (age + 1)"),
    ]


def test_every_mutant_is_another_program_that_can_be_read() -> None:
    sources = [mutant.source for mutant in mutants(SOURCE)]
    assert len({*sources, ast.unparse(ast.parse(SOURCE))}) == len(sources) + 1
    for source in sources:
        assert "Who is 18 may ask once." in source
        ast.parse(source)


def test_every_module_has_tests_that_judge_it() -> None:
    for name, topics in MODULES.items():
        assert (ROOT / "govflow" / f"{name}.py").is_file(), name
        assert topics, name
        for topic in topics:
            assert len([*ROOT.glob(f"tests/*/test_{topic}.py")]) == 1, topic
