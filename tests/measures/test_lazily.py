"""The mechanism by which packages put off their imports."""

import fractions

import pytest
from fieldguide import measures
from fieldguide._lazy import Later, lazily


def test_names_and_submodules_are_reached_by_name():
    attribute, listing = lazily("fieldguide.measures", {"matching": ("match_scores",)})
    assert attribute("match_scores") is measures.match_scores
    assert attribute("matching").__name__ == "fieldguide.measures.matching"
    assert listing() == ["match_scores", "matching"]


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"'fieldguide\.measures' has no attribute 'loyalty'"):
        measures.loyalty  # noqa: B018


@pytest.mark.parametrize("offers", [{"a": ("x",), "b": ("x",)}, {"a": ("b",), "b": ()}, {"a": ("a",)}])
def test_a_name_means_one_thing(offers):
    with pytest.raises(ValueError, match="already the name of something else"):
        lazily("package", offers)


def test_a_single_module_can_be_put_off():
    assert Later("fractions").Fraction is fractions.Fraction
    with pytest.raises(ModuleNotFoundError):
        Later("nowhere").anything  # noqa: B018
