"""When the oven runs a cell again, and when it gives up; what a cell leaves is all that is made up here."""

import pytest
from livepage.baking import MOST_ROUNDS, BakingError, Oven


class Leaving(Oven):
    """An oven whose one cell leaves, at each run, what `leaves` says of it."""

    def __init__(self, store, leaves):
        super().__init__(store, store, packages=(), modules=(), prelude="")
        self.leaves, self.runs = leaves, 0

    def _bake(self, name, code):
        self.runs += 1
        baked = {"html": f"run {self.runs}", "links": False, "modules": [], "files": []}
        return baked | {"first": [], "then": [], "later": [], "left": self.leaves(self.runs)}


@pytest.mark.parametrize(
    ("leaves", "runs"),
    [(lambda run: {}, 1), (lambda run: {"/cache": "same"}, 2), (lambda run: {"/cache": str(min(run, 3))}, 4)],
    ids=["nothing", "a cache", "a cache that settles"],
)
def test_a_cell_is_run_until_it_leaves_nothing_new(tmp_path, leaves, runs):
    oven = Leaving(tmp_path, leaves)
    assert oven.bake({"one": "1"})["one"].html == f"run {runs}"
    assert oven.runs == runs
    again = Leaving(tmp_path, leaves)
    assert again.bake({"one": "1"})["one"].html == f"run {runs}"
    assert again.runs == 0, "what was baked is kept"


def test_a_cell_that_writes_something_else_each_time_is_refused_by_its_files(tmp_path):
    oven = Leaving(tmp_path, lambda run: {"/cache": "same", "/log": str(run)})
    with pytest.raises(BakingError, match=r"'one' writes something else each time it is run: /log\."):
        oven.bake({"one": "1"})
    assert oven.runs == MOST_ROUNDS
