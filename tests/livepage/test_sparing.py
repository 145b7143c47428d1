"""What is spared is the documentation that a package writes, and nothing else."""

import subprocess
import sys

PROGRAM = """
from livepage.inpage import sparing
sparing.spare()
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
figure = Figure()
line, = figure.subplots().plot([1, 2], color="red")
line.set(linewidth=3)
figure.savefig({file!r})
print(len(Line2D.set.__doc__), line.get_linewidth(), "color" in Line2D.set.__signature__.parameters)
"""


def test_matplotlib_draws_as_before_and_writes_no_property_lists(tmp_path):
    drawn = tmp_path / "drawn.svg"
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(file=str(drawn))], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.split()
    assert int(said[0]) < 1000, "otherwise it is several thousand letters"
    assert said[1:] == ["3.0", "True"]
    assert "stroke: #ff0000" in drawn.read_text()
