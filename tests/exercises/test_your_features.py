"""*Your own features*: a pasted table, down to nothing, and names that mean harm."""

import pytest
from fieldguide import answers, measures
from fieldguide.exercises.your_features import EXAMPLE, TRIED, YourFeatures


def test_the_example():
    assert YourFeatures().sentence == (
        "Of 5 features 1 has a class that holds in at least 95 of 100 redrawn surveys. Least sure is “Ready "
        "when promised”: must-be, which holds in 65 of 100. Of its 40 answers, 19 say so, and 17 say "
        "one-dimensional."
    )


def test_classes_and_bands_are_the_measures():
    lines = [line.split(",") for line in EXAMPLE.splitlines()]
    order = [lines[0].index(letter) for letter in measures.KANO_CLASSES]
    counts = [[int(row[place]) for place in order] for row in lines[1:]]
    band = measures.kano_band(counts)
    for row, one in enumerate(YourFeatures().result):
        assert one.name == lines[row + 1][0]
        assert one.letter == measures.KANO_CLASSES[band.category[row]]
        assert one.holds == band.holds[row]
        assert one.please == pytest.approx((band.better[row], *band.better_band[:, row]))
        assert one.missed == pytest.approx(
            (-band.worse[row], -band.worse_band[1, row], -band.worse_band[0, row])
        )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("x,1,0,0,0", "“x” has fewer than 20 answers: too few for a class."),
        ("x,0,19,0,0", "“x” has fewer than 20 answers: too few for a class."),
        (
            "x,0,20,0,0",
            "“x” is one-dimensional, which holds in 100 of 100. Of its 20 answers, 20 say so, and none",
        ),
        ("x,0,0,20,20", "“x” is must-be, which holds in"),
        ("x,0,0,20,20", "Of its 40 answers, 20 say so, and as many say indifferent."),
        ("x,0,30,0,1", "30 say so, and 1 says indifferent."),
        ("x,900,0,0,1\ny,1,0,0,0\nz,1,1,0,0", "1 says indifferent. 2 features have fewer than 20 answers"),
        ("x,0,900,0,1\ny,900,0,0,1", "All 2 features have a class that holds in at least 95 of 100"),
        ("x,9,9,9,9\ny,9,9,9,9", "Of 2 features none has a class that holds"),
    ],
)
def test_few_answers_and_many_are_told_as_they_are(table, said):
    assert said in YourFeatures(counts=table).sentence


def test_too_few_answers_get_no_class_anywhere():
    exercise = YourFeatures(counts="few,9,1,0,0\nmany,90,1,0,0")
    few, many = exercise.notes(exercise.result)["counts"].split("<li>")[1:]
    assert "too few answers for a class" in few
    assert "attractive" not in few
    assert "attractive, which holds in 100" in many
    assert "few: too few answers for a class, would please" in exercise.alt(exercise.result)
    drawn = [text.get_text() for text in exercise.shows(exercise.result).axes[0].texts]
    assert drawn.count("too few answers") == 1
    assert exercise.sentence.startswith("“many” is attractive")


@pytest.mark.parametrize("table", TRIED)
def test_tables_that_other_tests_try_are_all_read(table):
    assert YourFeatures(counts=table).sentence.endswith(".")


@pytest.mark.parametrize("table", ["", "x,1,2,-3,4", "x,1,2,3.5,4", "x", "f,A,O\nx,1,2"])
def test_what_cannot_be_is_told_and_stays_to_be_mended(table):
    exercise = YourFeatures()
    exercise._draw_first()
    exercise._take(counts=table)
    with pytest.raises(ValueError, match=r"\.$") as problem:
        exercise.compute(exercise.values)
    assert str(problem.value)[:20].replace("“", "") in exercise._message.value.replace("“", "")
    assert exercise._figure.value == exercise._says.value == ""
    assert exercise.values["counts"] == table
    assert answers.recall("your-features")["values"]["counts"] == table


def test_a_name_is_never_markup_nor_a_formula():
    exercise = YourFeatures(counts='<b onclick="x">$a_1$ & $b$</b>,1,2,3,4')
    exercise._draw_first()
    shown = exercise._figure.value + exercise._below["counts"].value + exercise._says.value
    assert exercise._message.value == ""
    assert "<b onclick" not in shown
    assert "&lt;b onclick" in exercise._below["counts"].value
    assert "a_1" in exercise._figure.value


@pytest.mark.filterwarnings("ignore:Glyph")
def test_a_name_in_signs_that_the_font_lacks_is_shown_and_fits():
    exercise = YourFeatures(counts="配達の時間を二時間の枠で知らせてくれる,1,2,3,4")
    exercise._draw_first()
    assert exercise._message.value == ""
    assert "配達の時間を二時間の枠" in exercise._figure.value


def test_contradictions_are_pointed_out():
    exercise = YourFeatures(counts="x,1,2,3,4,0,1\ny,1,2,3,4")
    note = exercise.notes(exercise.result)["counts"]
    assert note.count("contradicts itself") == 1
    assert "1 of 11 answer contradicts itself" in note


def test_twelve_features_are_drawn():
    exercise = YourFeatures(counts="\n".join(f"feature number {n},{n},2,3,4" for n in range(12)))
    exercise._draw_first()
    assert exercise._message.value == ""
    assert len(exercise.result) == 12
