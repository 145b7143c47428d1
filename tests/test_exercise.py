"""What every exercise gets from its base."""

import asyncio
import json
from html.parser import HTMLParser

import pytest
from fieldguide import answers, figures
from fieldguide.controls import Amount, Choice, Moves, Number, Press, Several, Switch, Words
from fieldguide.exercise import Exercise


class Tried(Exercise):
    slug = "tried"
    title = "Tried & tested"
    question = "Is a < b?"
    controls = (
        Number("days", "Days of <watching>", low=1, high=9, default=3, unit="days"),
        Choice("which", "Which one", options={"a": "the first", "b": "the second"}, default="a"),
        Moves("moves", "Go", options={"left": "Left", "right": "Right"}, most=3),
    )
    assumptions = (Switch("merge", "Merge", default=True), Words("name", "Your name"))
    assumes = "That a & b differ."

    def compute(self, values):
        if values["days"] == 7:
            raise ValueError("Nobody watches for seven days.")
        if values["days"] == 8:
            raise ZeroDivisionError("eight")
        return values

    def shows(self, result):
        drawing, axes = figures.figure()
        axes.plot([0, result["days"]], [0, 1], color=figures.BLUE)
        return drawing

    def alt(self, result):
        return f"A line to {result['days']}."

    def says(self, result):
        return (
            f"{result['name']} watched {result['days']} days & went {' '.join(result['moves']) or 'nowhere'}."
        )


def test_values_are_complete_and_json_able():
    exercise = Tried()
    assert exercise.values == {"days": 3, "which": "a", "moves": [], "merge": True, "name": ""}
    assert json.loads(json.dumps(exercise.values)) == exercise.values


def test_starting_elsewhere_by_name_or_by_mapping():
    assert Tried(days=5).values == Tried({"days": 5}).values
    assert Tried(days=5).sentence == " watched 5 days & went nowhere."


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"days": 10}, "goes from 1 to 9 days; 10 lies outside"),
        ({"days": 2.5}, "needs a whole number"),
        ({"days": float("nan")}, "needs a number"),
        ({"days": True}, "needs a number"),
        ({"days": "3"}, "needs a number"),
        ({"days": None}, "needs a number"),
        ({"which": "c"}, "offers the first, the second"),
        ({"moves": ["up"]}, "no move 'up'"),
        ({"moves": ["left"] * 4}, "3 moves at most"),
        ({"moves": "left"}, "needs a list"),
        ({"merge": 1}, "either on or off"),
        ({"name": 5}, "needs words"),
        ({"name": "x" * 2001}, "room for 2,000"),
        ({"other": 1}, "nothing called 'other'"),
    ],
)
def test_an_impossible_value_is_refused_in_words(values, sentence):
    with pytest.raises(ValueError, match=sentence):
        Tried(values)
    exercise = Tried(days=5)
    with pytest.raises(ValueError, match=sentence):
        exercise.values = values
    assert exercise.values["days"] == 5


def test_a_choice_gives_back_its_own_option():
    numbers = Choice("cards", "Cards", options={1: "one", 10: "ten"}, default=1)
    assert type(numbers.check(10.0)) is int
    for odd in (True, "10", 10.5, [10], None):
        with pytest.raises(ValueError, match="offers one, ten"):
            numbers.check(odd)


@pytest.mark.parametrize(
    ("low", "high", "typed", "sentence"),
    [
        (0, 5_000_000, 40_000_000, "“People” goes from 0 to 5,000,000 people; 40,000,000 lies outside."),
        (0.05, 1e9, 2.5e9, "“People” goes from 0.05 to 1,000,000,000 people; 2,500,000,000 lies outside."),
        (0.0, 1e6, 1_234_567.25, "“People” goes from 0 to 1,000,000 people; 1,234,567.25 lies outside."),
        (0.0, 1e6, 1e300, "“People” goes from 0 to 1,000,000 people; 1e+300 lies outside."),
        (0, 2_000_000, 1_234_567.5, "“People” needs a whole number; 1,234,567.5 is not one."),
    ],
)
def test_large_numbers_are_written_in_full(low, high, typed, sentence):
    with pytest.raises(ValueError, match=r"\.$") as refused:
        Amount("people", "People", low=low, high=high, unit="people").check(typed)
    assert str(refused.value) == sentence


def test_every_move_of_a_control_redraws_with_the_latest_values():
    exercise = drawn(Tried())
    slider = exercise._built["days"].widget
    for days in (4, 5, 6):
        slider.value = days
        assert exercise.values["days"] == days
        assert f"watched {days} days" in exercise._says.value
        assert f"A line to {days}." in exercise._figure.value


def test_setting_values_moves_the_controls():
    exercise = drawn(Tried())
    exercise.values = {"days": 6, "which": "b"}
    assert exercise._built["days"].widget.value == 6
    assert exercise._built["which"].widget.value == "b"


def test_one_setting_of_many_values_computes_once():
    counted = []

    class Counting(Tried):
        def compute(self, values):
            counted.append(values)
            return super().compute(values)

    exercise = drawn(Counting())
    counted.clear()
    exercise.values = {"days": 6, "which": "b", "merge": False}
    assert len(counted) == 1


def test_the_sentence_is_escaped():
    exercise = drawn(Tried(name="<b onclick=x>"))
    assert "&lt;b onclick=x&gt; watched 3 days &amp; went" in exercise._says.value
    assert "<b" not in exercise._says.value


def test_two_dollar_signs_are_no_formula():
    class Dollars(Tried):
        def says(self, result):
            return "It costs $4 & brings $5."

        def shows(self, result):
            return '<svg role="img" aria-label="$4 and $5"><text>$4 and $5</text></svg>'

    exercise = drawn(Dollars())
    assert exercise._says.value == "<p>It costs <span>$</span>4 &amp; brings <span>$</span>5.</p>"
    assert 'aria-label="$4 and $5"' in exercise._figure.value
    assert "<text><tspan>$</tspan>4 and <tspan>$</tspan>5</text>" in exercise._figure.value
    assert drawn(Tried())._says.value.count("span") == 0


def test_question_title_and_assumption_are_escaped():
    head = Tried().children[0].value
    assert "Tried &amp; tested" in head
    assert "a &lt; b" in head


@pytest.mark.parametrize(
    ("days", "told", "stays"),
    [(7, "Nobody watches for seven days.", False), (8, "ZeroDivisionError: eight", True)],
)
def test_what_goes_wrong_is_told_and_the_next_move_works(days, told, stays):
    """What has no answer shows none: the figure of other numbers would be taken for that of these."""
    exercise = drawn(Tried(days=6))
    before = exercise._figure.value, exercise._says.value
    slider = exercise._built["days"].widget
    slider.value = days
    assert told in exercise._message.value
    assert 'role="alert"' in exercise._message.value
    assert exercise.values["days"] == days
    assert (exercise._figure.value, exercise._says.value) == (before if stays else ("", ""))
    slider.value = 5
    assert exercise._message.value == ""
    assert "watched 5 days" in exercise._says.value


def test_a_typed_number_that_is_impossible_is_answered_and_stays_to_be_seen():
    class Typed(Tried):
        controls = (Amount("days", "Days", low=1, high=6, default=3, unit="days"), *Tried.controls[1:])

    exercise = drawn(Typed())
    field = exercise._built["days"].widget
    field.value = 9
    assert "goes from 1 to 6 days; 9 lies outside" in exercise._message.value
    assert exercise.values["days"] == 3
    assert field.value == 9
    assert exercise._figure.value == exercise._says.value == ""
    field.value = 3
    assert exercise._message.value == ""
    assert exercise._figure.value


def test_half_a_person_typed_is_answered_and_not_rounded():
    class Typed(Tried):
        controls = (Amount("days", "Days", low=1, high=6, default=3, unit="days"), *Tried.controls[1:])

    exercise = drawn(Typed())
    field = exercise._built["days"].widget
    field.value = 3.5
    assert "“Days” needs a whole number; 3.5 is not one." in exercise._message.value
    assert field.value == 3.5
    field.value = 4.0
    assert repr(exercise.values["days"]) == "4"
    assert exercise._message.value == ""


def test_a_slider_typed_between_two_steps_shows_the_step_that_it_takes():
    class Stepped(Tried):
        controls = (Number("days", "Days", low=1, high=6, step=5, default=1, snaps=True), *Tried.controls[1:])

    exercise = drawn(Stepped())
    slider = exercise._built["days"].widget
    slider.value = 5
    assert (exercise.values["days"], slider.value) == (6, 6)
    slider.value = 4
    assert (exercise.values["days"], slider.value) == (6, 6), "also where nothing has moved"
    assert exercise._message.value == ""
    with pytest.raises(ValueError, match="7 lies outside"):
        Stepped(days=7)


def test_nothing_is_computed_while_a_field_holds_something_impossible():
    class Typed(Tried):
        controls = (
            Amount("days", "Days", low=1, high=6, default=3),
            Amount("more", "More", low=0, high=9, default=0),
            *Tried.controls[1:],
        )

    exercise = drawn(Typed())
    days, more = (exercise._built[name].widget for name in ("days", "more"))
    days.value = 9
    more.value = 99
    assert "“Days” goes from" in exercise._message.value
    assert "“More” goes from" in exercise._message.value
    more.value = 4
    assert exercise.values["more"] == 4
    assert days.value == 9, "what the reader typed stays to be mended"
    assert "“Days” goes from" in exercise._message.value
    assert "“More” goes from" not in exercise._message.value
    assert exercise._figure.value == exercise._says.value == ""
    days.value = 5
    assert exercise._message.value == ""
    assert "watched 5 days" in exercise._says.value
    days.value = 9
    exercise.reset()
    assert (days.value, more.value, exercise._message.value) == (3, 0, "")
    assert exercise._figure.value


def test_moves_undo_and_locks():
    exercise = drawn(Tried())
    _, row, undo = exercise._built["moves"].widget.children
    left, right = row.children
    assert undo.disabled
    left.click()
    right.click()
    assert exercise.values["moves"] == ["left", "right"]
    undo.click()
    assert exercise.values["moves"] == ["left"]
    right.click(), right.click(), right.click()
    assert exercise.values["moves"] == ["left", "right", "right"]


def test_buttons_say_what_an_exercise_calls_them():
    class Counted(Tried):
        def names(self, result):
            return {"moves": {"left": f"Left & {self.values['moves'].count('left')}"}}

    exercise = drawn(Counted())
    _, row, undo = exercise._built["moves"].widget.children
    left, right = row.children
    left.click()
    left.click()
    assert (left.description, left.tooltip) == ("Left & 2", "Go: Left & 2")
    undo.click()
    assert left.description == "Left & 1"
    assert right.description == dict(Tried.every_control()["moves"].options)["right"]


class Ticked(Tried):
    controls = (
        *Tried.controls,
        Several("wishes", "Grant <some>", {"bell": "A bell", "horn": "A horn", "flag": "A flag"}, ("horn",)),
    )


def test_boxes_are_ticked_and_cleared_one_by_one():
    exercise = drawn(Ticked())
    assert exercise.values["wishes"] == ["horn"]
    _, bell, horn, _ = exercise._built["wishes"].widget.children
    bell.value = True
    assert exercise.values["wishes"] == ["bell", "horn"]
    horn.value = False
    assert exercise.values["wishes"] == ["bell"]


def test_boxes_set_together_are_one_change_and_keep_their_order():
    counted = []

    class Counting(Ticked):
        def compute(self, values):
            counted.append(values["wishes"])
            return super().compute(values)

    exercise = drawn(Counting())
    counted.clear()
    exercise.values = {"wishes": ["flag", "bell"]}
    assert counted == [["bell", "flag"]]
    assert [box.value for box in exercise._built["wishes"].widget.children[1:]] == [True, False, True]
    exercise.reset()
    assert exercise.values["wishes"] == ["horn"]


def test_boxes_are_a_named_group_of_named_boxes_and_can_be_locked():
    built = Ticked()._built["wishes"]
    label, *boxes = built.widget.children
    assert "lp-group" in built.widget._dom_classes
    assert "Grant &lt;some&gt;" in label.value
    assert [box.description for box in boxes] == ["A bell", "A horn", "A flag"]
    built.lock(True)
    assert all(box.disabled for box in boxes)


def test_texts_that_are_worth_trying_are_among_the_corners():
    plain, table = Words("name", "Your name"), Words("counts", "Counts", tried=("x,1", "y,2"))
    assert table.corners()[-2:] == ("x,1", "y,2")
    assert len(table.corners()) == len(plain.corners()) + 2
    assert [table.check(text) for text in table.corners()] == list(table.corners())


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [("bell", "needs a list"), (["drum"], "does not offer 'drum'"), (["bell", "bell"], "something twice")],
)
def test_impossible_boxes_are_refused_in_words(wishes, sentence):
    with pytest.raises(ValueError, match=sentence):
        Ticked(wishes=wishes)


def test_a_press_stays_pressed():
    class Pressed(Tried):
        controls = (*Tried.controls, Press("done", "Done"))

    exercise = drawn(Pressed())
    button = exercise._built["done"].widget
    button.click()
    assert exercise.values["done"] is True
    assert button.disabled
    exercise.reset()
    assert exercise.values["done"] is False
    assert not button.disabled


def test_reset_goes_back_and_lets_go_of_what_was_kept():
    exercise = drawn(Tried())
    exercise._built["days"].widget.value = 6
    assert answers.recall("tried")["values"]["days"] == 6
    exercise.reset()
    assert exercise.values == Tried.start()
    assert answers.recall("tried") is None
    assert exercise._built["days"].widget.value == 3


def test_what_is_taken_back_does_not_come_again():
    exercise = drawn(Tried())
    for name, value in (("days", 6), ("name", "Bob in sales"), ("moves", ["left"])):
        before = exercise.values[name]
        exercise._take(**{name: value})
        assert Tried().values[name] == value
        exercise._take(**{name: before})
        assert answers.recall("tried") is None
        assert Tried().values == Tried.start()


class Guessing(Tried):
    slug = "guessing"
    guess = "number-guess"


def test_an_exercise_that_nobody_moved_lets_go_of_nothing():
    """The same one stands open twice, as when a cell is run again; a guess comes in."""
    untouched, moved = Guessing(), Guessing()
    moved._take(days=6)
    answers.keep("number-guess", 1, {"guess": 4, "committed": True})
    assert untouched.values["guess"] == 4
    assert answers.recall("guessing")["values"]["days"] == 6


@pytest.mark.parametrize("guess", [[1], "abc", float("inf"), 10**400, float("nan"), True, {"a": 1}, None])
def test_a_guess_that_is_none_is_no_guess(guess):
    answers.keep("number-guess", 1, {"guess": guess, "committed": True})
    assert Guessing().values["guess"] is None
    answers.keep("number-guess", 1, {"guess": 4, "committed": True})
    exercise = Guessing()
    answers.keep("number-guess", 1, {"guess": guess, "committed": True})
    assert exercise.values["guess"] is None


class Locked(answers.Memory):
    """A store that lets nobody do what it is told to forbid."""

    def __init__(self, *forbidden):
        super().__init__()
        self.forbidden = forbidden

    def load(self):
        if "load" in self.forbidden:
            raise PermissionError("no right to read")
        return super().load()

    def save(self, texts):
        if "save" in self.forbidden:
            raise PermissionError("no right to write")
        super().save(texts)


def test_a_store_that_cannot_be_read_is_told_by_every_kind_of_exercise():
    for kind in (Tried, Guessing, Takes):
        answers.use(Locked("load"))
        exercise = drawn(kind())
        assert "could not be read (no right to read)" in exercise._message.value, kind
        assert exercise.values == kind.start()


def test_a_store_that_cannot_be_written_is_told():
    answers.use(Locked())
    answers.store().save({"tried": "rubbish"})
    answers.store().forbidden = ("save",)
    exercise = drawn(Tried())
    assert "could not be set aside (no right to write)" in exercise._message.value
    exercise.reset()
    assert "could not be let go (no right to write)" in exercise._message.value
    assert exercise.values == Tried.start()


def test_looking_at_an_exercise_keeps_nothing():
    drawn(Tried())
    assert answers.recall("tried") is None


def test_what_was_answered_is_there_the_next_time():
    drawn(Tried())._built["days"].widget.value = 6
    assert Tried().values["days"] == 6
    assert Tried(days=2).values["days"] == 2, "what is asked for comes before what was kept"


@pytest.mark.parametrize(
    "kept",
    [
        {"version": 1, "values": {"days": 99}},
        {"version": 1, "values": {"gone": 1}},
        {"version": 0, "values": {"days": 6}},
        "rubbish",
    ],
)
def test_an_answer_that_no_longer_fits_is_set_aside_with_a_sentence(kept):
    answers.store().save({"tried": json.dumps(kept)})
    exercise = drawn(Tried())
    assert exercise.values == Tried.start()
    assert "set aside" in exercise._message.value
    assert json.loads(json.loads(answers.exported())["aside"]["tried.aside"]) == kept
    exercise._built["days"].widget.value = 5
    assert exercise._message.value == ""


def test_an_older_answer_is_carried_over():
    class Newer(Tried):
        version = 2

        @classmethod
        def carry_over(cls, version, values):
            return {"days": values["weeks"] * 7 - 1} if version == 1 else None

    answers.keep("tried", 1, {"weeks": 1})
    assert Newer().values["days"] == 6


def test_a_full_disk_is_told_and_nothing_is_lost():
    class Full(answers.Memory):
        def save(self, texts):
            raise OSError("no space left")

    answers.use(Full())
    exercise = drawn(Tried())
    exercise._built["days"].widget.value = 6
    assert "could not be kept (no space left)" in exercise._message.value
    assert exercise.values["days"] == 6


def test_where_a_loop_runs_the_controls_come_before_the_first_figure():
    async def inside():
        exercise = Tried()
        before = (exercise.ready, exercise._says.value)
        await asyncio.sleep(0)
        return exercise, before

    exercise, before = asyncio.run(inside())
    assert before == (False, "")
    assert exercise.ready
    assert "watched 3 days" in exercise._says.value


class Folded(Tried):
    folded = "Show me"

    def opens(self, result):
        return result["days"] == 9


def turns(kind, count, **values):
    """An exercise after so many turns of a loop."""

    async def inside():
        exercise = kind(**values)
        for _ in range(count):
            await asyncio.sleep(0)
        return exercise, exercise._says.value, exercise._figure.value

    return asyncio.run(inside())


def test_a_folded_answer_is_not_waited_for_and_comes_by_itself():
    exercise, *answer = turns(Folded, 1)
    assert exercise.ready
    assert answer == ["", ""]
    exercise, says, figure = turns(Folded, 2)
    assert "watched 3 days" in says
    assert "A line to 3." in figure
    assert exercise._fold.selected_index is None


def test_a_folded_answer_is_drawn_when_it_opens():
    exercise, *answer = turns(Folded, 1)
    exercise._fold.selected_index = 0
    assert "watched 3 days" in exercise._says.value
    exercise, *answer = turns(Folded, 1, days=9)
    assert exercise._fold.selected_index == 0
    assert "A line to 9." in answer[1]


def test_behind_a_closed_fold_no_move_draws_and_opening_shows_the_latest():
    exercise, says, _ = turns(Folded, 2)
    exercise._built["days"].widget.value = 5
    assert exercise._says.value == says
    exercise._fold.selected_index = 0
    assert "watched 5 days" in exercise._says.value
    exercise._built["days"].widget.value = 6
    assert "watched 6 days" in exercise._says.value


def test_room_is_kept_for_the_longest_that_a_folded_answer_may_say():
    class Roomy(Folded):
        def longest(self, result):
            return 'A "long" sentence.'

    assert drawn(Roomy())._room.value == '<p data-room="A &quot;long&quot; sentence."></p>'
    exercise = drawn(Folded())
    assert exercise.sentence in exercise._room.value.replace("&amp;", "&")
    assert not hasattr(drawn(Tried()), "_room"), "where nothing is folded, nothing is kept free"


def test_what_was_told_on_waking_up_outlasts_a_folded_answer():
    answers.store().save({"tried": "rubbish"})
    exercise, says, _ = turns(Folded, 2)
    assert says
    assert "set aside" in exercise._message.value


def test_without_a_loop_showing_it_computes():
    exercise = Tried()
    assert not exercise.ready
    exercise._repr_mimebundle_()
    assert exercise.ready


def test_the_page_finds_figure_and_sentence():
    exercise = drawn(Tried())
    assert "lp-figure" in exercise._figure._dom_classes
    assert "lp-says" in exercise._says._dom_classes
    assert 'role="img" aria-label="A line to 3."' in exercise._figure.value


def test_every_control_has_a_name():
    exercise = Tried()
    for name, built in exercise._built.items():
        named = [built.widget, *getattr(built.widget, "children", ())]
        assert any(getattr(widget, "description", "") for widget in named) or name == "moves"


def drawn(exercise):
    """Draw at once, as a page would soon."""
    exercise._draw_first()
    if exercise._figure.value:
        HTMLParser().feed(exercise._figure.value)
    return exercise


class Takes(Exercise):
    slug = "takes"
    title = "Takes in"
    question = "What is there?"
    takes_in = True
    controls = (Words("word", "A word"),)

    def compute(self, values):
        return values

    def says(self, result):
        names = ", ".join(sorted(result["kept"]["answers"]))
        return (
            f"{result['word'] or 'Nothing'}; kept: {names or 'none'}; damaged: {result['kept']['damaged']}."
        )


def test_what_is_kept_of_others_comes_in_and_comes_anew():
    answers.keep("one", 1, {"a": 1})
    exercise = Takes()
    assert exercise.values["kept"]["answers"] == {"one": {"version": 1, "values": {"a": 1}}}
    assert exercise.sentence == "Nothing; kept: one; damaged: []."
    answers.keep("two", 1, {"b": 2})
    answers.forget("one")
    assert exercise.sentence == "Nothing; kept: two; damaged: []."
    answers.store().save({"three": "{rubbish"})
    answers.keep("two", 1, {"b": 3})
    assert exercise.sentence == "Nothing; kept: two; damaged: ['three']."


def test_what_comes_in_is_not_kept_again_and_is_no_answer():
    exercise = Takes()
    answers.keep("one", 1, {"a": 1})
    assert answers.recall("takes") is None, "somebody else's move is none of the reader's here"
    exercise._take(word="mine")
    assert answers.recall("takes") == {"version": 1, "values": {"word": "mine"}}
    again = Takes()
    assert again.values == exercise.values
    assert "takes" not in again.values["kept"]["answers"], "it does not take in itself"
    exercise.reset()
    assert answers.recall("takes") is None
    assert exercise.sentence == "Nothing; kept: one; damaged: []."


def test_given_values_stay_as_they_are_given():
    exercise = Takes(word="shown to the room")
    answers.keep("one", 1, {"a": 1})
    assert exercise.sentence == "shown to the room; kept: none; damaged: []."


@pytest.mark.parametrize(
    "kept",
    [
        5,
        [],
        {},
        {"answers": {}},
        {"answers": 1, "damaged": []},
        {"answers": {"one": 5}, "damaged": []},
        {"answers": {"one": {"version": "x", "values": {}}}, "damaged": []},
        {"answers": {}, "damaged": [5]},
    ],
)
def test_what_is_no_snapshot_is_refused_in_words(kept):
    with pytest.raises(ValueError, match="cannot be read"):
        Takes(kept=kept)


def test_a_record_is_read_again_without_a_widget():
    bare = Tried.bare()
    values = bare.reread({"version": 1, "values": {"days": 4}})
    assert bare.says(bare.compute(values)) == Tried(days=4).sentence
    with pytest.raises(ValueError, match="has changed since"):
        bare.reread({"version": 2, "values": {}})
    with pytest.raises(ValueError, match="goes from 1 to 9"):
        bare.reread({"version": 1, "values": {"days": 40}})
