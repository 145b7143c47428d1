"""What is true of every world: what it computes once and hands to everybody stays as it is."""

import importlib
import inspect
import pkgutil

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide._cached import cached

#: What is given to whatever is computed once, by the argument's name; all else is left as it is.
GIVEN = {
    "anyway": 0.5,
    "alike": 1.0,
    "board": "lot",
    "budgets": (0.0, 10_000.0),
    "careless": 0.1,
    "complexity": 25,
    "count": 20,
    "customers": 500,
    "differ": 0.02,
    "error": 0.3,
    "fade": 0.7,
    "handling": 30.0,
    "letters": 4,
    "member": 0,
    "odds": 0.5,
    "question": "importance",
    "requests": frozenset(),
    "respondents": 30,
    "rule": "weakest",
    "seed": 3,
    "split": 0.5,
    "staff": 2,
    "times": 2.0,
    "together": 0.0,
    "top": 0.6,
    "trait": "recency",
    "traits": ("recency",),
    "unlike": 1.0,
    "which": "uneven",
    "wishes": ((),) * 40,
}


def computed_once():
    for _, name, _ in pkgutil.iter_modules(worlds.__path__):
        module = importlib.import_module(f"fieldguide.worlds.{name}")
        for found in vars(module).values():
            if hasattr(found, "cache_info") and found.__module__ == module.__name__:
                yield pytest.param(found, id=f"{name}.{found.__name__}")


def arrays(found):
    """Every array in what a function returned."""
    if isinstance(found, np.ndarray):
        yield found
    elif isinstance(found, dict | list | tuple) or hasattr(found, "__dataclass_fields__"):
        inside = found if isinstance(found, list | tuple) else getattr(found, "__dict__", found).values()
        for one in inside:
            yield from arrays(one)


@pytest.mark.parametrize("function", [*computed_once()])
def test_what_is_computed_once_cannot_be_written_into(function):
    parameters = inspect.signature(function).parameters.values()
    found = function(**{one.name: GIVEN[one.name] for one in parameters if one.default is one.empty})
    assert [array.shape for array in arrays(found) if array.flags.writeable] == []


def test_arrays_are_found_wherever_they_lie():
    @cached()
    def nested():
        return [{"here": (np.zeros(1), np.ones(2))}, 3]

    assert len(list(arrays(nested()))) == 2
    with pytest.raises(ValueError, match="read-only"):
        nested()[0]["here"][1][0] = 5
