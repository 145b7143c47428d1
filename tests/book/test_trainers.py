"""The plans for trainers add up, agree with the chapters' own notes, and their links open what they say."""

import re
from html import unescape

import pytest

from tests.book.form import title_of
from tests.book.sources import BOOK, chapters, markdown_page, read, words
from tests.exercises.test_every_exercise import EXERCISES

PAGE = (BOOK / "trainers.md").read_text(encoding="utf-8")
#: Live cells that are no `Exercise`.
OTHERS = {"then-and-now": "Then and now"}
PLANS = ("An hour", "A day", "A term")
KINDS = {kind.slug: kind for kind in EXERCISES}
LINK = re.compile(r'<a href="chapters/([\w-]+)\.html#([^"?]+)\?([^"]*)">')
CHAPTER = re.compile(r"\]\(chapters/([\w-]+)\.ipynb\)")


def plan(title):
    """The section of the page that has the title."""
    return re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S)[1]


def rows(title):
    """The rows of a plan's table below its heading, as lists of cells."""
    lines = [line.strip("|").split("|") for line in plan(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


def note(slug):
    """What a chapter's own note for trainers says about time."""
    text = "\n".join(cell.source for cell in read(BOOK / "chapters" / f"{slug}.ipynb"))
    return re.search(r"\*\*Time\.\*\* (.*)", text)[1]


def total(slug):
    return int(re.match(r"(\d+) minutes:", note(slug))[1])


def parts(slug):
    """The minutes of each part of a chapter: they stand before it or after it."""
    listed = re.sub(r"\([^)]*\)|\*[^*]*\*", "…", note(slug)).partition(": ")[2].partition(".")[0]
    found = [re.match(r"(\d+) |.*?(\d+)[ …]*$", part.strip()) for part in listed.split(", ")]
    return [int(one[1] or one[2]) for one in found]


def exercises_of(slug):
    return [cell.live for cell in read(BOOK / "chapters" / f"{slug}.ipynb") if cell.live]


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_the_minutes_of_a_chapters_note_add_up(path):
    assert sum(parts(path.stem)) == total(path.stem)


def test_the_hour_is_one_chapter_in_its_own_minutes():
    slug = CHAPTER.search(plan("An hour"))[1]
    minutes = [int(row[0]) for row in rows("An hour")]
    assert minutes == parts(slug)
    assert sum(minutes) == 60
    others = CHAPTER.findall(plan("An hour").partition("Other chapters")[2])
    assert {total(slug) for slug in others} == {60}
    assert len(others) == 4


def test_the_day_adds_up_and_agrees_with_the_chapters():
    assert sum(int(row[0]) for row in rows("A day")) == int(re.search(r"(\d+) minutes", plan("A day"))[1])
    found = [(int(row[0]), CHAPTER.search(row[1])) for row in rows("A day")]
    assert [minutes for minutes, slug in found if slug] == [total(slug[1]) for _, slug in found if slug]
    assert sum(slug is not None for _, slug in found) == 4
    [audit] = [row[0] for row in rows("A day") if "Quick audit" in row[1]]
    assert f"The audit is homework, or another {audit}." in note("four-boxes")


def test_half_past_nine_to_four_is_the_day():
    assert sum(int(row[0]) for row in rows("A day")) == (16 - 9.5) * 60
    assert "from half past nine to four" in plan("A day")


def test_the_term_has_every_chapter_once_in_order_and_no_week_is_too_long():
    found = [(int(week), int(minutes), CHAPTER.search(what)) for week, minutes, what in rows("A term")]
    taught = [(minutes, slug[1]) for _, minutes, slug in found if slug]
    assert [slug for _, slug in taught] == [path.stem for path in chapters()]
    assert [minutes for minutes, _ in taught] == [total(slug) for _, slug in taught]
    assert f"{sum(minutes for minutes, _ in taught)} minutes by their own notes" in plan("A term")
    assert sorted({week for week, *_ in found}) == list(range(1, 15))
    full = {}
    for week, minutes, _ in found:
        full[week] = full.get(week, 0) + minutes
    assert max(full.values()) == 120
    assert [week for week in full if full[week] == 120] == [5, 11, 14]


def test_every_exercise_that_a_plan_names_is_in_its_chapters():
    for title in PLANS:
        slugs = set(CHAPTER.findall(plan(title))) | {slug for slug, *_ in LINK.findall(plan(title))}
        names = [name for slug in slugs for name in exercises_of(slug)]
        titles = {KINDS[name].title for name in names if name in KINDS}
        titles |= {title for name, title in OTHERS.items() if name in names}
        titles |= {title_of(read(BOOK / "chapters" / f"{slug}.ipynb")).partition(":")[0] for slug in slugs}
        named = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", plan(title))
        assert named
        assert [name for name in named if name not in titles] == []


@pytest.mark.parametrize(("slug", "name", "values"), LINK.findall(PAGE))
def test_a_link_opens_an_exercise_of_its_chapter_with_values_that_it_takes(slug, name, values):
    assert name in exercises_of(slug)
    exercise = KINDS[name]()
    before = exercise.sentence
    exercise.lend(unescape(values))
    assert exercise._message.value == ""
    assert exercise.link["values"] == unescape(values), "as its own button would write it"
    assert exercise.sentence != before


@pytest.mark.parametrize("title", PLANS)
def test_every_plan_has_a_link(title):
    assert LINK.search(plan(title))


def test_reading_takes_as_long_as_the_page_says():
    minutes = [words(read(path)) / 200 for path in chapters()]
    assert f"takes {min(minutes):.0f} to {max(minutes):.0f} minutes" in PAGE


def test_the_page_is_short_and_says_that_its_minutes_are_estimates():
    assert words(markdown_page(BOOK / "trainers.md")) < 1500
    assert "None was tried with a room." in PAGE


def test_the_reports_on_paper_say_what_the_exercises_say():
    report = KINDS["fourth-purchase"]
    for end in (120, 545):
        days = re.search(r"took (\d+) days on average", report(end=end).sentence)[1]
        assert f"{days} days" in plan("An hour")
    first, last = (KINDS["roi-lie-detector"](bias=bias).sentence for bias in (100, -100))
    assert "those not chosen, +" in first
    assert "those not chosen, −" in last
