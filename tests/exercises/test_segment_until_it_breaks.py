"""*Segment until it breaks*: what is said agrees with what was computed; and the guess, with its question."""

import re
from statistics import fmean

import pytest
from fieldguide import worlds
from fieldguide.exercises.segment_until_it_breaks import SHARE, TRAITS, SegmentUntilItBreaks
from fieldguide.exercises.segment_until_it_breaks_guess import (
    CELLS,
    CHOSE,
    EVERYBODY,
    SegmentUntilItBreaksGuess,
    in_the_other_half,
)

ALL = list(TRAITS)


def test_the_traits_are_those_that_the_world_knows():
    assert tuple(TRAITS) == worlds.TRAITS
    counted = re.findall(r"\((\d) levels\)", " ".join(TRAITS.values()))
    cells = [len(worlds.best_by_halves((trait,)).sizes) for trait in TRAITS]
    assert [int(levels) for levels in counted] == cells


def test_the_model_is_the_one_that_the_assumptions_tell():
    told = SegmentUntilItBreaks.assumes
    halved = worlds.best_by_halves(())
    assert f"{halved.sizes.sum():,} rows, {round(halved.everybody * halved.sizes.sum())} orders" in told
    assert f"{worlds.HALVINGS} times" in told


def test_the_sentence_at_the_start():
    assert SegmentUntilItBreaks().sentence == (
        "Crossed, this trait makes 4 cells. The best 30 in 100 members order 10.9 times in 100 where they "
        "were chosen, 10.7 times in the other half, and everybody 8.5 times. Of the lead over everybody, "
        "8% was luck."
    )


@pytest.mark.parametrize("added", [False, True])
@pytest.mark.parametrize("count", range(1, 8))
@pytest.mark.parametrize("share", [20, 50])
def test_what_is_said_agrees_with_what_was_computed(count, added, share):
    exercise = SegmentUntilItBreaks(traits=ALL[:count], added=added, share=share)
    result, sentence = exercise.result, exercise.sentence
    chose, other, cells = re.search(
        rf"best {share} in 100 members order ([\d.]+) times .* chosen, ([\d.]+) times in the other (half)",
        sentence,
    ).groups()
    assert float(chose) == round(fmean(result.chose), 1)
    assert float(other) == round(fmean(result.other), 1)
    assert cells == "half"
    assert sentence.startswith("Added up" if added else "Crossed")
    assert f"{result.cells} cells" in sentence
    lead = fmean(result.chose) - result.everybody
    gone = round(100 * (fmean(result.chose) - fmean(result.other)) / lead)
    assert ("Hardly any" in sentence) if gone < 3 else (f"{gone}% was luck" in sentence)
    assert f"around {float(other)}" in exercise.alt(result)


def test_nothing_ticked_is_one_cell_and_no_choice():
    exercise = SegmentUntilItBreaks(traits=[])
    assert "Nothing divides the members" in exercise.sentence
    assert abs(fmean(exercise.result.chose) - exercise.result.everybody) < 0.1
    assert exercise.notes(exercise.result) == {}


def test_the_note_counts_the_cells_and_the_lonely():
    exercise = SegmentUntilItBreaks(traits=ALL)
    assert exercise.notes(exercise.result)["traits"] == (
        "<p>500 cells; half of them have 4 members or fewer, in both halves together; 134 have a single "
        "member.</p>"
    )


def test_the_guess_is_shown_for_what_it_was_asked_for_alone():
    for values, there in (
        ({"traits": ALL}, True),
        ({"traits": ALL, "added": True}, False),
        ({"traits": ALL[:2]}, False),
    ):
        exercise = SegmentUntilItBreaks(values={**values, "guess": 18})
        said = exercise.notes(exercise.result)["traits"]
        assert ("Your guess for the other half was 18." in said) == there


def test_what_the_guess_tells_is_so():
    halved = worlds.best_by_halves(tuple(ALL), share=SHARE / 100)
    assert len(halved.sizes) == CELLS
    assert round(100 * halved.chose.mean()) == CHOSE
    assert round(100 * halved.everybody, 1) == EVERYBODY
    assert in_the_other_half() == pytest.approx(100 * halved.other.mean())


@pytest.mark.parametrize(
    ("guess", "said"),
    [(20, "You said 20, too many."), (10, "You saw it coming."), (3, "You said 3, too few.")],
)
def test_the_guess_is_answered(guess, said):
    exercise = SegmentUntilItBreaksGuess(guess=guess, committed=True)
    assert exercise.sentence.startswith(f"{in_the_other_half():.1f} in 100, on average")
    assert exercise.sentence.endswith(said)
    assert SegmentUntilItBreaksGuess(guess=guess).sentence.endswith("mostly luck.")
