"""What a reader pastes: spreadsheets in their many shapes, and a sentence for each line that cannot be."""

import csv
import io

import pytest
from fieldguide import data
from hypothesis import given
from hypothesis import strategies as st

COLUMNS, OPTIONAL = "AOMIRQ", "RQ"


def read(text):
    return data.pasted_counts(text, COLUMNS, OPTIONAL)


def refused(text):
    with pytest.raises(ValueError, match=r"[.]$") as problem:
        read(text)
    return str(problem.value)


@pytest.mark.parametrize(
    "text",
    [
        "Photo,1,2,3,4,5,6",
        "Photo;1;2;3;4;5;6\n",
        "Photo\t1\t2\t3\t4\t5\t6",
        "\n\nPhoto, 1, 2, 3 ,4,5,6\n\n",
        "\ufefffeature,A,O,M,I,R,Q\nPhoto,1,2,3,4,5,6",
        "what,q,r,i,m,o,a\nPhoto,6,5,4,3,2,1",
        "Photo,1,2,3,4,5,6,,\n,,,\n",
        '"Photo",1,"2",3,4,5,6',
        "  Photo ,1,2,3,4,5,6\r\n",
    ],
)
def test_one_table_in_many_shapes(text):
    assert read(text) == (("Photo", (1, 2, 3, 4, 5, 6)),)


def test_reverse_and_questionable_may_be_left_out():
    assert read("Photo,1,2,3,4")[0].counts == read("f,I,M,A,O\nPhoto,4,3,1,2")[0].counts == (1, 2, 3, 4, 0, 0)


def test_names_are_kept_as_they_are_but_for_their_spaces():
    assert read('"Fast, and  <b>free</b>",1,2,3,4')[0].name == "Fast, and <b>free</b>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing to count yet"),
        (" \n\t\n,,,", "nothing to count yet"),
        ("feature,A,O,M,I,R,Q", "no feature follows"),
        ("feature,A,O,M\nx,1,1,1", "wanted are A, O, M, I, R and Q"),
        ("feature,A,O,M,I,I\nx,1,1,1,1,1", "each of them once"),
        ("feature,A,O,M,I,Z\nx,1,1,1,1,1", "names its columns"),
        (
            "x\t1\t2\t3\t4\ny,1,2,3,4",
            "Line 2: its cells stand between commas, those of the first line between tabs.",
        ),
        ("x,1,2,3,4\ny;1;2;3;4", "between semicolons, those of the first line between commas."),
        ("x,1,2,3,4\ny,-2,2,3,4", "Line 2: “-2” under A is below 0."),
        ("x,1,2,3,4\n\ny,1,2.5,3,4", "Line 3: “2.5” under O is not a whole number."),
        ("x,1,2,few,4", "Line 1: “few” under M is not a number."),
        ("x,1,2,,4", "Line 1: there is nothing under M; write 0"),
        ("x,1,2", "Line 1: “x” is followed by 2 numbers, and 4 to 6 are wanted."),
        ("x,1", "“x” is followed by 1 number,"),
        ("x,1,2,3,4,5,6,7", "“x” is followed by 7 numbers,"),
        (",1,2,3,4", "Line 1: the feature has no name."),
        ("x,0,0,0,0", "Line 1: “x” has no answers."),
        ("x,0,0,0,0,3,3", "under R and Q alone"),
        ("x,1,2,3,4\nx,1,2,3,4", "Line 2: “x” stands in line 1 already."),
        ("x,1000001,2,3,4", "more than a million"),
        ("x,1e3,2,3,4", "“1e3” under A is not a number"),
        ("x," + "9" * 500 + ",2,3,4", "more than a million"),
        ("\n".join(f"x{n},1,2,3,4" for n in range(13)), "The table has 13 features; 12 fit in here."),
    ],
)
def test_what_cannot_be_is_told_by_its_line(text, said):
    assert said in refused(text)


def test_three_lines_are_told_and_the_others_counted():
    told = refused("\n".join(["good,1,2,3,4", *(f"bad{n},x,2,3,4" for n in range(5))]))
    assert [f"Line {line}:" in told for line in range(1, 7)] == [False, True, True, True, False, False]
    assert told.endswith("And 2 more lines.")


def test_a_long_cell_is_cut_in_the_sentence():
    assert len(refused("x," + "y" * 3_000 + ",2,3,4")) < 100


def told_or_read(text):
    try:
        return read(text)
    except ValueError as problem:
        return str(problem)


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_read_or_refused_in_a_sentence(text):
    result = told_or_read(text)
    if isinstance(result, str):
        assert result.endswith(".")
    else:
        assert all(feature.name and sum(feature.counts) for feature in result)


@given(
    st.dictionaries(
        st.text("abcdef é,;\"'<&", min_size=1, max_size=12).map(str.strip).filter(bool),
        st.lists(st.integers(1, 999), min_size=6, max_size=6),
        min_size=1,
        max_size=12,
    )
)
def test_a_table_that_was_written_by_the_csv_module_comes_back(table):
    names = {" ".join(name.split()): counts for name, counts in table.items()}
    written = io.StringIO()
    csv.writer(written, delimiter="\t").writerows([name, *counts] for name, counts in names.items())
    assert {one.name: list(one.counts) for one in read(written.getvalue())} == names
