"""Values in a link: what goes along, what is taken, and that what the reader kept is not touched."""

from urllib.parse import parse_qs, parse_qsl, quote

import pytest
from fieldguide import answers, links
from fieldguide.exercise import Exercise
from fieldguide.kinds.guess import Guess
from fieldguide.kinds.quiz import Quiz
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.test_every_exercise import EXERCISES, inside
from tests.test_exercise import Folded, Tried

OF_A_LINK = [kind for kind in EXERCISES if kind.shares and links.carried(kind.every_control())]


class Changed(Tried):
    version = 2


class Own(Tried):
    slug = "your-tried"


def shown(exercise):
    """What a reader sees: the controls, the sentence, what is told."""
    exercise._draw_first()
    controls = {name: built.widget for name, built in exercise._built.items()}
    return controls["days"].value, exercise._says.value, exercise._message.value


def test_there_are_exercises_with_links_and_such_without():
    assert len(OF_A_LINK) >= 40
    assert [kind for kind in EXERCISES if issubclass(kind, Guess | Quiz) and kind.shares] == []


def test_a_link_says_what_was_moved_and_nothing_else():
    assert Tried().link["values"] == ""
    assert Tried(days=5).link["values"] == "days=5"
    assert parse_qs(Tried(days=5, moves=["left"], merge=False).link["values"]) == {
        "days": ["5"],
        "moves": ['["left"]'],
        "merge": ["false"],
    }


def test_the_link_follows_the_controls():
    exercise = Tried()
    exercise._built["days"].widget.value = 6
    assert exercise.link["values"] == "days=6"
    exercise.reset()
    assert exercise.link["values"] == ""


def test_what_somebody_wrote_never_goes_along_and_that_is_said():
    exercise = Tried(days=5, name="Ada's own words")
    assert exercise.link == {"values": "days=5", "says": "What you wrote is not in it."}
    assert "Your own numbers" in Own(days=5).link["says"]


def test_what_somebody_wrote_is_not_taken_from_a_link_either():
    exercise = Tried()
    exercise.lend("name=Believe%20me&days=5")
    assert exercise.values["name"] == ""
    assert exercise.values["days"] == 5
    assert "“name”" in exercise._message.value


@pytest.mark.parametrize("kind", OF_A_LINK, ids=lambda kind: kind.slug)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_what_a_link_carries_arrives(kind, data):
    controls = kind.every_control()
    values = {name: data.draw(inside(control)) for name, control in controls.items()}
    text = links.written(values, controls, kind.version)
    if len(text) > links.MOST:
        return
    version, found = links.read(text)
    good, refused = links.checked(found, controls)
    carried = links.carried(controls)
    assert version == kind.version or not text
    assert refused == []
    assert {name: kind.start()[name] for name in carried} | good == {name: values[name] for name in carried}


@given(st.dictionaries(st.text(min_size=1), st.none() | st.booleans() | st.integers() | st.text()))
def test_every_text_and_number_is_read_as_what_it_was(values):
    text = "&".join(f"{quote(name)}={quote(links._word(value))}" for name, value in values.items())
    if len(text) <= links.MOST and links.VERSION not in values:
        assert links.read(text) == (1, values)


@given(st.text(max_size=300) | st.sampled_from(["days=" + "[" * 1900, "days=" + "9" * 1900, "v.=2", "v.=x"]))
def test_whatever_a_link_says_nothing_breaks(text):
    exercise = Tried()
    exercise.lend(text)
    _, says, told = shown(exercise)
    assert exercise.values.keys() == Tried.start().keys()
    assert "watched" in says or "seven days" in told or "could not be computed" in told


@pytest.mark.parametrize(
    ("text", "values", "sentence"),
    [
        ("days=99&which=b", {"which": "b"}, "goes from 1 to 9 days; 99 lies outside"),
        ("days=NaN", {}, "needs a number; nan is not one"),
        ("days=" + "9" * 400, {}, "needs a number"),
        ("which=[1]&days=5", {"days": 5}, "offers the first, the second; [1] is none of them"),
        ('moves=[["left"]]', {}, "has no move"),
        ("merge=yes", {}, "is either on or off"),
        ("yards=5&days=5", {"days": 5}, "Nothing here that a link may set is called “yards”."),
        ("kept=1&guess=4", {}, "“kept”"),
        ("v.=2&days=5", {}, "has changed since the link was made"),
        ("v.=two&days=5", {}, "The link is damaged"),
        ("days=5&" + "x" * 2000, {}, "longer than 2,000 characters"),
    ],
)
def test_what_cannot_be_is_left_out_with_a_sentence(text, values, sentence):
    exercise = Tried()
    exercise._draw_first()
    exercise.lend(text)
    assert exercise.values == Tried.start() | values
    assert sentence in exercise._message.value
    assert "watched" in exercise._says.value


def test_markup_in_a_link_is_text():
    exercise = Tried()
    exercise.lend("days=%3Cimg%20src=x%3E&%3Cb%3Ex%3C/b%3E=1")
    told = shown(exercise)[2]
    assert "&lt;img src=x&gt;" in told
    assert "&lt;b&gt;" in told
    assert "<img" not in told


def test_a_link_made_before_the_values_changed_is_not_read_as_todays():
    exercise = Changed()
    exercise.lend(Tried(days=5).link["values"])
    assert exercise.values == Tried.start()
    assert "has changed since" in exercise._message.value
    exercise.lend(Changed(days=5).link["values"])
    assert exercise.values["days"] == 5


def test_what_comes_before_the_first_figure_is_its_first_figure():
    drawn = []

    class Counted(Tried):
        def says(self, result):
            drawn.append(result["days"])
            return super().says(result)

    exercise = Counted()
    exercise.lend("days=5")
    exercise._draw_first()
    assert drawn == [5]


def test_the_readers_own_answer_outlasts_a_link_whatever_is_moved():
    Tried()._built["days"].widget.value = 4
    kept = answers.store().load()
    assert "tried" in kept
    exercise = Tried()
    exercise.lend("days=6")
    assert shown(exercise)[:2] == (6, "<p> watched 6 days &amp; went nowhere.</p>")
    exercise._built["days"].widget.value = 2
    exercise._built["which"].widget.value = "b"
    assert answers.store().load() == kept
    exercise.reset()
    assert exercise.values == Tried.start() | {"days": 6}, "a new start is the link's"
    assert answers.store().load() == kept
    exercise.lend(None)
    assert exercise.values == Tried.start() | {"days": 4}
    assert shown(exercise)[1] == "<p> watched 4 days &amp; went nowhere.</p>"
    exercise._built["days"].widget.value = 5
    assert answers.recall("tried")["values"]["days"] == 5, "one's own is kept again"


def test_a_link_is_shown_after_another_and_after_what_was_refused():
    exercise = Tried()
    exercise.lend("days=6")
    exercise.lend("which=b")
    assert exercise.values == Tried.start() | {"which": "b"}
    exercise.lend("days=99")
    exercise.lend("days=5")
    assert shown(exercise) == (5, "<p> watched 5 days &amp; went nowhere.</p>", "")


def test_a_link_closes_an_answer_that_was_open():
    exercise = Folded()
    exercise._draw_first()
    exercise._fold.selected_index = 0
    exercise.lend("")
    assert exercise._fold.selected_index is None


class Shows(Exercise):
    """Shows the guess of another exercise."""

    slug, title, question, guess = "shows", "Shows", "What?", "tried-guess"
    controls = Tried.controls

    def compute(self, values):
        return values

    def says(self, result):
        return f"{result['guess']} and {result['days']}."


def test_a_guess_is_the_readers_own_with_a_link_too():
    answers.keep("tried-guess", 1, {"guess": 7, "committed": True})
    exercise = Shows()
    assert "guess" not in dict(parse_qsl(exercise.link["values"]))
    exercise.lend("days=5&guess=9")
    assert (exercise.values["guess"], exercise.values["days"]) == (7, 5)
    answers.keep("tried-guess", 1, {"guess": 8, "committed": True})
    assert (exercise.values["guess"], exercise.values["days"]) == (8, 5)
    assert answers.recall("shows") is None


def test_a_game_that_has_gone_on_for_long_says_that_it_is_too_long_for_a_link():
    kind = next(kind for kind in EXERCISES if kind.slug == "in-triplicate")
    moves = kind.every_control()["presses"].corners()[-1]
    link = kind(presses=moves).link
    assert "values" not in link
    assert link["says"].endswith(".")


def test_what_has_nothing_to_carry_offers_no_link():
    slugs = {kind.slug: kind for kind in EXERCISES}
    assert slugs["your-features"]().link == {}
    assert slugs["fourth-purchase-guess"]().link == {}
    exercise = slugs["fourth-purchase-guess"]()
    exercise.lend("guess=90&committed=true")
    assert exercise.values == exercise.start()
    assert "takes no values from a link" in exercise._message.value


def test_the_page_hands_a_link_over_by_a_message():
    exercise = Tried()

    def brought(content):
        message = {"method": "custom", "content": content}
        exercise._handle_msg({"content": {"data": message}, "buffers": []})

    brought({"given": "days=5"})
    assert exercise.values["days"] == 5
    brought({"given": None})
    assert exercise.values == Tried.start()
