"""A cargo bike for families: the jobs it is bought for, and a dozen things that its owners ask for.

Made up for the book, numbers and all: nobody was interviewed. `wishes` sells it and `job_surveys` surveys the
households; both take the two figures of a job from here. No numpy: an exercise names its controls from this.

Assumes: jobs, wishes and figures are made up; `wishes` and `job_surveys` build on them.
"""

from __future__ import annotations

from typing import NamedTuple

#: How many surveys of the households there are, and how many markets the bike is sold in.
BIKE_SURVEYS, BIKE_MARKETS = 100, 40


class Job(NamedTuple):
    """Something that a household wants done.

    Attributes
    ----------
    name : str
        Its key.
    text : str
        What is to be done, to be read after "Job:".
    importance : float
        Of ten households, how many call it important (4 or 5 of 5).
    satisfaction : float
        Of ten households, how many are satisfied with how it is done today (4 or 5 of 5).
    """

    name: str
    text: str
    importance: float
    satisfaction: float


class Request(NamedTuple):
    """Something that was asked for.

    Attributes
    ----------
    name : str
        Its key.
    text : str
        What is to be built.
    asker : str
        Who asked.
    job : str
        The key of the job that it serves.
    does : float
        Which part of what is left undone of the job it does: 1 would leave nothing.
    cost : int
        What it adds to the cost of one bike, in dollars.
    points : int
        Complexity: how many things more there are to learn, to clean, to charge or to break.
    """

    name: str
    text: str
    asker: str
    job: str
    does: float
    cost: int
    points: int


JOBS = (
    Job("dry", "keep the children dry", 8.8, 3.2),
    Job("there", "find it where you left it", 9.1, 4.2),
    Job("home", "get it into the hallway", 7.6, 3.4),
    Job("fix", "have it fixed by Monday", 7.8, 5.3),
    Job("seen", "be seen at night", 8.1, 6.7),
    Job("shop", "carry the week’s shopping", 8.4, 7.5),
    Job("hill", "get up the hill", 8.6, 8.0),
    Job("fun", "make the ride fun", 5.2, 6.4),
)

REQUESTS = (
    Request("screen", "Screen with route, pulse and weather", "an engineer", "fun", 0.4, 80, 3),
    Request("motor", "Second motor", "a racing cyclist", "hill", 0.8, 120, 2),
    Request("canopy", "Rain canopy over the box", "a mother of two", "dry", 0.6, 45, 2),
    Request("sound", "Sound system with four speakers", "a DJ", "fun", 0.6, 60, 3),
    Request("lock", "Lock that blocks the wheel", "a night nurse", "there", 0.5, 35, 1),
    Request("battery", "Battery twice the size", "a courier", "hill", 0.6, 95, 1),
    Request("bench", "Heated bench in the box", "a grandfather", "dry", 0.15, 60, 2),
    Request("handlebar", "Handlebar that folds flat", "a tenant", "home", 0.5, 30, 1),
    Request("tracker", "Tracker with an app", "a software tester", "there", 0.35, 50, 3),
    Request("spokes", "Light show in the spokes", "a collector", "fun", 0.5, 40, 2),
    Request("coupling", "Coupling for a trailer", "a gardener", "shop", 0.5, 35, 1),
    Request("lamp", "Lamp that looks around the bend", "an all-weather rider", "seen", 0.5, 50, 1),
)


def least_served(count: int = 3) -> list[str]:
    """Return, for each of the jobs whose opportunity score is highest, the request that does most for it.

    The score is `measures.opportunity_score`: importance, plus what satisfaction lacks of it.
    """
    by_score = sorted(JOBS, key=lambda job: -(job.importance + max(job.importance - job.satisfaction, 0)))
    best = []
    for job in by_score:
        serving = [request for request in REQUESTS if request.job == job.name]
        if serving and len(best) < count:
            best.append(max(serving, key=lambda request: request.does).name)
    return best
