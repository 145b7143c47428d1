"""*Check yourself* of *Needs*: four new questions, two on earlier chapters."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckNeeds(Quiz):
    """Six questions."""

    slug = "check-needs"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "parcels",
            "A parcel passes twelve pairs of hands, and each gets it right 995 times in 1,000. You order ten "
            "parcels a year. If mishaps fall on everybody alike, how likely is a year without one?",
            (
                Option(
                    "99.5 in 100: every step is that good, so the chain is",
                    False,
                    "That is one pair of hands, once. A chain is right only when all its links are.",
                ),
                Option(
                    "About 94 in 100",
                    False,
                    "That is one parcel: 0.995 twelve times over. You ordered ten.",
                ),
                Option(
                    "A little better than heads or tails",
                    True,
                    "Twelve times ten are 120 chances to fail, and 0.995 to the power of 120 is 0.55.",
                ),
                Option(
                    "Next to nothing",
                    False,
                    "It would be with moments at 95 in 100. Nobody sees the difference on a slide.",
                ),
            ),
        ),
        Question(
            "twins",
            "Two clinics log the same: of 100 visits, 10 have a failure in them. In one, 28 of 100 patients "
            "with twelve visits have a year without any. In the other, 88. What explains it?",
            (
                Option(
                    "The other has made its weakest moment better",
                    False,
                    "Then it would log fewer failures, and it logs as many.",
                ),
                Option(
                    "In the other they fall on the same few patients",
                    True,
                    "Ten failures in 100 visits, spread evenly, leave 28 of 100 patients a clean year. "
                    "Heaped on few, they leave many one, and the few a dreadful one. A failure rate cannot "
                    "tell the two apart: count by patient.",
                ),
                Option(
                    "Its patients are easier to please",
                    False,
                    "Failures were logged, not feelings.",
                ),
                Option(
                    "Luck: with rates as low as these, years differ a great deal from one clinic to another",
                    False,
                    "A single patient’s year does. Shares of many patients do not jump from 28 to 88.",
                ),
            ),
        ),
        Question(
            "order",
            "You want as many flawless visits as money can buy. When is “weakest moment first” bad advice?",
            (
                Option(
                    "When it is weak because it is hard: there, one failure less costs more than elsewhere",
                    True,
                    "In the model it turns round where preventing one more gets cheaper as failures get "
                    "rare. What counts is the price of one failure less, and a long list of failures is "
                    "not a low price.",
                ),
                Option(
                    "When customers come often",
                    False,
                    "More visits make every failure rate matter more, and the order of the rates stays.",
                ),
                Option(
                    "When another moment is further from perfect",
                    False,
                    "Then that one is the weakest.",
                ),
                Option(
                    "Never: a chain is as strong as its weakest link",
                    False,
                    "A chain of moments is weaker than its weakest link, for the others fail too. And the "
                    "proverb says nothing about prices.",
                ),
            ),
        ),
        Question(
            "airline",
            "An airline derives importance from its passengers’ answers. The coffee weighs a lot, safety "
            "nothing at all. What follows?",
            (
                Option(
                    "Passengers do not care much about safety",
                    False,
                    "They were not asked, and nobody had a crash to compare with.",
                ),
                Option(
                    "The survey must be wrong",
                    False,
                    "It may be quite right about what differed between its passengers.",
                ),
                Option(
                    "Money may safely go from maintenance to coffee",
                    False,
                    "That would be a way to make safety weigh something.",
                ),
                Option(
                    "Safety was much the same for all who answered",
                    True,
                    "What does not vary cannot weigh. A need that is met every time is invisible to this "
                    "method, and the better you meet it, the more so.",
                ),
            ),
        ),
        Question(
            "saturday",
            "Looking back at “Experience design”: most of a grocer’s failures are logged on Saturdays. What "
            "do you ask before anybody redesigns Saturday?",
            (
                Option(
                    "Who is on duty on Saturdays",
                    False,
                    "Perhaps later. First find out whether Saturday is bad or only busy.",
                ),
                Option(
                    "How many orders go out on Saturdays",
                    True,
                    "Counts find crowds. A cause raises the rate, the failures for each chance to have one.",
                ),
                Option(
                    "Which of Saturday’s failures cost most",
                    False,
                    "A good question in its turn. It still takes a busy day for a bad one.",
                ),
                Option(
                    "Nothing: most failures, most to gain",
                    False,
                    "If Saturday has most failures because it has most orders, its next order is no worse "
                    "than Tuesday’s.",
                ),
            ),
        ),
        Question(
            "luck",
            "Looking back at “One number”: each month the grocer checks 100 orders. Last month 90 were "
            "right, this month 94. May the team celebrate?",
            (
                Option(
                    "Yes: four points are nearly half of all that went wrong",
                    False,
                    "They would be, if they were there. Each month is a sample of 100.",
                ),
                Option(
                    "No: a sample of 100 orders can never show an improvement",
                    False,
                    "It can show a large one. From 90 to 99 would hardly be luck.",
                ),
                Option(
                    "Not yet: with nothing changed, such a rise comes about one month in five",
                    True,
                    "If 90 of 100 orders go right all year, and two months’ samples are 100 orders each, the "
                    "later one is better by four or more in about 20 of 100 pairs. And ask who chose the "
                    "orders that were checked.",
                ),
                Option(
                    "Yes, for a count of failures has no margin, as a survey score has",
                    False,
                    "A count from a sample has one as well. Only counting all orders would do away with it.",
                ),
            ),
        ),
    )
