"""Each percentage, amount, decimal and large number in prose is proved or cited; one that is not is seen."""

from dataclasses import replace

import pytest

from tests.book.claims import claims, occurs, offenders
from tests.book.samples import changed, chapter
from tests.book.sources import BOOK, chapters, contents, markdown_page, read


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_every_number_of_the_chapter_is_proved_or_cited(path):
    assert offenders(read(path)) == []


@pytest.mark.parametrize("page", [page for page in contents() if not page.startswith("chapters/")])
def test_every_number_of_the_other_pages_is_cited(page):
    assert offenders(markdown_page(BOOK / f"{page}.md")) == []


def test_a_chapter_without_a_fault_is_left_alone():
    assert offenders(chapter()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of all, 22.4% came back, or 40 percent.", ["22.4%", "40 percent"]),
        ("It costs $1.50, or $2 million, or €3.", ["$1.50", "$2 million", "€3"]),
        ("A share of .104 and 0.73, not version 3.11.2.", [".104", "0.73"]),
        ("In 1998 there were 23,570 customers and 69,659 rows.", ["23,570", "69,659"]),
        ("Between 80–90% and 5.5-6.5 percent.", ["80–90%", "5.5-6.5 percent"]),
        ("In 1997, 12 of 300 came, on day 4.", []),
    ],
)
def test_what_counts_as_a_number_to_prove(text, expected):
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("number", "text", "there"),
    [
        ("2.4%", "22.4% of them", False),
        ("22.4", "22.4% of them", False),
        ("612", "$612", False),
        ("$612", "they spent $612.", True),
        (".104", "0.104", False),
        (".104", "a share of .104", True),
        ("23,570", "123,570", False),
        ("216 days", "after 216 days.", True),
    ],
)
def test_a_number_occurs_only_as_a_whole(number, text, there):
    assert occurs(number, text) is there


def test_a_number_without_proof_or_source_is_seen():
    cells = changed(3, lambda source: source.replace("22.4%", "22.5%"))
    assert any("'22.5%' is neither proved nor cited" in sentence for sentence in offenders(cells))
    assert any("'22.4%' is proved but not said" in sentence for sentence in offenders(cells))


def test_a_source_covers_its_own_paragraph_and_no_other():
    cells = changed(6, lambda source: source + "\n\nThe next paragraph says 13.5%.")
    assert [sentence for sentence in offenders(cells) if "13.5%" in sentence]
    cells = changed(6, lambda source: source + "\n\n- 13.5% {cite:p}`a-2000`\n- 14.5%")
    assert not [sentence for sentence in offenders(cells) if "'13.5%'" in sentence]
    assert [sentence for sentence in offenders(cells) if "'14.5%'" in sentence]


def test_a_proof_that_is_not_printed_or_not_checked_is_seen():
    cells = chapter()
    cells[4] = replace(
        cells[4], outputs=({"output_type": "stream", "name": "stdout", "text": "nothing\n"},), tags=()
    )
    found = offenders(cells)
    assert any("does not print" in sentence for sentence in found)
    assert any("has no tag" in sentence for sentence in found)
