"""*Check yourself* of *Delighters*: four new questions, two on earlier chapters."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckDelighters(Quiz):
    """Six questions."""

    slug = "check-delighters"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "two-words",
            "A railroad gives everybody free tea, which nobody had expected. Another pays for a taxi when "
            "the last train is canceled. Which is a “delighter”?",
            (
                Option(
                    "Both, and in the same sense: customers are surprised and glad",
                    False,
                    "Glad they may be. But the tea works without anything having gone wrong, and the taxi "
                    "only then.",
                ),
                Option(
                    "Neither: the first is a must-be, the second the law",
                    False,
                    "Nobody misses tea that nobody has heard of, so it is no must-be. What the law wants "
                    "differs from place to place, and so does what people expect.",
                ),
                Option(
                    "The tea in Kano’s sense, the taxi in Hewett’s",
                    True,
                    "Kano’s attractive feature pleases where it is and is not missed where it is not. Hewett "
                    "means over-delivering when things have gone wrong.",
                ),
                Option(
                    "The taxi in Kano’s sense, the tea in Hewett’s",
                    False,
                    "The other way round: Hewett’s delighters begin with “when things go wrong”.",
                ),
            ),
        ),
        Question(
            "where-from",
            "In “The paradox, found and lost” one failure has happened, and you make good 80% of it. What "
            "has to be true for those customers to be more satisfied than the others?",
            (
                Option(
                    "They hold it partly against the help they had braced for, and that was little enough",
                    True,
                    "That is where the paradox of this model comes from. Held against the visit that was "
                    "planned, 80% is a loss of 20, whatever they had feared.",
                ),
                Option(
                    "Nothing more: 80% is a good recovery",
                    False,
                    "Set what they had braced for to 80, and the paradox is gone with the same 80%.",
                ),
                Option(
                    "They must have known you for a long time",
                    False,
                    "That moves the other curve, returning. What satisfaction is held against has nothing to "
                    "do with it in this model.",
                ),
                Option(
                    "Their satisfaction must carry over into returning",
                    False,
                    "That makes returning follow satisfaction, up and down. It makes nobody more satisfied.",
                ),
            ),
        ),
        Question(
            "meta",
            "What did de Matos and colleagues find when they put the studies of the recovery paradox "
            "together?",
            (
                Option(
                    "It is a myth: no effect on anything",
                    False,
                    "On satisfaction the effect over all studies is positive, and not by luck.",
                ),
                Option(
                    "Satisfaction, word of mouth and the wish to buy again all gain from a good recovery",
                    False,
                    "That is the story as it is told. Two of the three did not show it.",
                ),
                Option(
                    "Customers mean to buy again more often, although they are less satisfied",
                    False,
                    "The other way round would be nearer, and even that says too much.",
                ),
                Option(
                    "An effect on satisfaction, and none to be seen on meaning to buy again",
                    True,
                    "Nor on word of mouth or on the image of the firm. “Not significant” is not proof of "
                    "nothing; but nobody may book it as loyalty.",
                ),
            ),
        ),
        Question(
            "report",
            "A report says: customers whose complaint was solved visit twice as often as the average "
            "customer. What do you ask first?",
            (
                Option(
                    "Whether the sample was large enough",
                    False,
                    "Luck may be small here. The difference can be quite real, and still not be the help’s "
                    "doing.",
                ),
                Option(
                    "Whether they did so before: who comes more often meets more failures",
                    True,
                    "Who visits twice as often has twice the chances of a failure. Compare with customers "
                    "who came as often before and met none, or with failures that were not solved.",
                ),
                Option(
                    "What the solution cost",
                    False,
                    "A fair question, once there is an effect to pay for.",
                ),
                Option(
                    "How to get more customers to complain",
                    False,
                    "That takes the report at its word. If it only counts who comes often, more complaints "
                    "bring nobody back.",
                ),
            ),
        ),
        Question(
            "reach",
            "Looking back at “Tactical CX”: a firm mends so well that whoever tells it of a failure stays as "
            "if nothing had happened, and 40 of 100 tell. So it asks everybody. What did the desk teach?",
            (
                Option(
                    "Asking costs nothing, so the more the better",
                    False,
                    "Answering does cost. On that desk, taken in turn, hearing everybody kept hardly more "
                    "promises than hearing nobody but those who called.",
                ),
                Option(
                    "The silent are lost anyway",
                    False,
                    "Nobody knows that they are; the study we met there challenges the belief.",
                ),
                Option(
                    "Never ask more than half",
                    False,
                    "Half was best at one desk, with three people, one hour and an order. With two more "
                    "people all could be heard.",
                ),
                Option(
                    "Mending reaches further, as long as the desk can begin on what it hears in time",
                    True,
                    "Who tells is the limit of every recovery, and hours are the limit of telling. The "
                    "arithmetic of this chapter and that of the desk belong together.",
                ),
            ),
        ),
        Question(
            "what-for",
            "Looking back at “What is a customer worth?”: of customers with a failure 90 in 100 stay each "
            "year if it is mended, and 80 if not; lots decided which. A year of staying brings $100, and is "
            "discounted by 10% a year. What may mending one cost at most?",
            (
                Option(
                    "$10, ten more of 100 times $100",
                    False,
                    "That is the first year. Who stays then can stay again.",
                ),
                Option(
                    "$183, the difference of two lifetime values",
                    True,
                    "100 · 0.9 / (1.1 − 0.9) is $450, and 100 · 0.8 / (1.1 − 0.8) is $267. It hangs on the "
                    "difference lasting; if it lasts one year, far less.",
                ),
                Option(
                    "$450, what a mended customer is worth",
                    False,
                    "Most of that would have come without mending, too. Pay for the difference.",
                ),
                Option(
                    "Whatever it takes: a delighted customer tells others",
                    False,
                    "Perhaps. Over the studies that were put together, no more word of mouth could be seen.",
                ),
            ),
        ),
    )
