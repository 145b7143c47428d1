"""A parcel service and six things that it could do: how they are asked about, and who feels what of them.

Made up for the book, numbers and all: nobody was asked. `crowd` surveys these customers and `extras` sells
to them; both take from here. No numpy: an exercise names its controls from this.

Assumes: features and shares are made up; `crowd` and `extras` build on them.
"""

from __future__ import annotations

from typing import NamedTuple

#: How many surveys of the customers there are, and how many markets the service sells in.
PARCEL_SURVEYS, PARCEL_MARKETS = 100, 40

#: What can be done with a feature.
DONE = ("give", "sell", "leave out")


class Feature(NamedTuple):
    """One thing that a service could do.

    Attributes
    ----------
    name, text : str
        Its key, and what it is called.
    present, absent : str
        The service with it and without it, as the two questions describe them.
    feel : tuple of int
        Of a hundred customers who read the questions, how many hold it a must-be, are one-dimensional about
        it, find it attractive, are indifferent, would rather be without it.
    cost : float
        What it costs to do it for one parcel, in dollars.
    """

    name: str
    text: str
    present: str
    absent: str
    feel: tuple[int, int, int, int, int]
    cost: float


FEATURES = (
    Feature(
        "undamaged",
        "Undamaged",
        "Your parcels arrive undamaged.",
        "Now and then a parcel arrives damaged.",
        (58, 34, 2, 6, 0),
        0.30,
    ),
    Feature(
        "day",
        "On the day",
        "Parcels come on the day that was promised.",
        "Some parcels come a day or two later than promised.",
        (36, 42, 12, 10, 0),
        0.40,
    ),
    Feature(
        "window",
        "Two-hour window",
        "In the morning you are told in which two hours the parcel will come.",
        "You are told the day, and no hour.",
        (10, 28, 36, 24, 2),
        0.50,
    ),
    Feature(
        "place",
        "Another place",
        "Until noon you can have the parcel brought to another place.",
        "The parcel goes where it was sent.",
        (7, 14, 44, 32, 3),
        0.60,
    ),
    Feature(
        "photo",
        "A photo",
        "You are sent a photo of the parcel at your door.",
        "You are sent no photo.",
        (4, 7, 34, 40, 15),
        0.05,
    ),
    Feature(
        "messages",
        "Many messages",
        "Eight messages tell you where the parcel is.",
        "Nobody writes to you while it is on its way.",
        (4, 8, 20, 38, 30),
        0.02,
    ),
)
