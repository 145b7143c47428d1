"""*Your twelve dots*: what is weakest, what hangs on few, and what is left out."""

from fieldguide.exercises.capability_grid import (
    CAPABILITIES,
    OPEN,
    RELATIONSHIPS,
    SHOWN,
    UNNEEDED,
    CapabilityGrid,
)


def judged(**levels):
    return CapabilityGrid(values={name.replace("_", "-"): level for name, level in levels.items()})


def all_at(level):
    return CapabilityGrid(values={f"{row}-{column}": level for row, column in SHOWN})


def test_there_is_a_behavior_for_each_place():
    assert set(SHOWN) == {(row, column) for row in CAPABILITIES for column in RELATIONSHIPS}
    assert len(set(SHOWN.values())) == 12


def test_untouched_it_asks_for_judgments():
    assert judged().sentence.startswith("Twelve places to judge.")
    assert judged().result.open == 12


def test_the_weakest_needed_place_is_named_and_what_is_not_needed_is_left_out():
    grid = judged(demand_one="2", knowledge_one="0", brand_once="1", relations_many=UNNEEDED)
    assert grid.result.weakest == (("knowledge", "one"),)
    assert "3 places are judged and needed; 2 hang on one or two people, or on nobody." in grid.sentence
    assert "Weakest, at level 0: knowing (one to one)." in grid.sentence
    assert "8 of 12 are still to be judged." in grid.sentence


def test_ties_are_counted():
    assert (
        "selling (one-off sales), selling (one to one), selling (networks) and 9 more" in all_at("1").sentence
    )
    assert "all of them hang on one or two people" in all_at("1").sentence
    assert "none hangs on single people" in all_at("2").sentence


def test_where_all_is_there_nothing_is_called_weak():
    assert all_at("3").sentence == "All that you need is there, and can be shown: let a stranger look."
    assert all_at("3").result.weakest == ()


def test_who_needs_nothing_is_asked_what_it_is_for():
    assert all_at(UNNEEDED).sentence.endswith("Then what is it for?")


def test_one_place_is_told_in_the_singular():
    assert judged(brand_one="1").sentence.startswith("1 place is judged and needed; it hangs on")


def test_the_figure_shows_a_sign_for_each_place():
    grid = judged(demand_one="2", knowledge_one=UNNEEDED)
    texts = [text.get_text() for text in grid.shows(grid.result).axes[0].texts]
    assert sorted(texts) == sorted(["2", "–", *["?"] * 10])
    assert grid.result.chosen["brand", "many"] == OPEN
