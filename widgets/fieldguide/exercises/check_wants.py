"""*Check yourself* of *Wants*: four new questions, two on earlier chapters."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckWants(Quiz):
    """Six questions."""

    slug = "check-wants"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "pair",
            "A guest is asked about hot water in the shower. With it: “It must be that way.” Without it: “I "
            "dislike it that way.” What is hot water to this guest?",
            (
                Option(
                    "One-dimensional: it is disliked when it is missing",
                    False,
                    "So far it is the same. But then the first answer would be “I like it that way”. Nobody "
                    "is pleased by what must be.",
                ),
                Option(
                    "Questionable: the two answers contradict each other",
                    False,
                    "They fit: what must be is missed when it is not there. To like it both ways would be a "
                    "contradiction.",
                ),
                Option(
                    "A must-be",
                    True,
                    "Expected when it is there, disliked when it is not. It earns no thanks, and its absence "
                    "ends a holiday.",
                ),
                Option(
                    "Indifferent: the guest does not like it",
                    False,
                    "Not to be pleased is one half. The other half is the second answer, and that is strong.",
                ),
            ),
        ),
        Question(
            "thirty",
            "Of 30 members of a gym, 12 find evening classes attractive, 10 are indifferent, 5 call them "
            "one-dimensional, 3 a must-be. What do you report?",
            (
                Option(
                    "Attractive or indifferent: these thirty cannot tell which",
                    True,
                    "Draw the thirty again and again, and attractive comes first in about two of three "
                    "drawings. But 17 of 30 would be pleased, and that is worth reporting, with its band.",
                ),
                Option(
                    "Attractive, for it has the most answers",
                    False,
                    "That is the rule, and the rule gives an answer for any number of members. Let two "
                    "of them change their minds, and it gives another one.",
                ),
                Option(
                    "Nothing at all: thirty answers are worthless",
                    False,
                    "They are not. They say with some confidence that classes are hardly a must-be.",
                ),
                Option(
                    "One-dimensional: the middle of all four answers",
                    False,
                    "Classes are kinds and not steps of a ladder. They have no middle.",
                ),
            ),
        ),
        Question(
            "careless",
            "In “Answer, then classify” 40 of 100 customers tick without reading. You ask 300 instead of 30. "
            "What happens to the two-hour window?",
            (
                Option(
                    "Its band grows, for there are more careless answers in it",
                    False,
                    "Bands shrink with the number of answers, whoever gives them. That is what is "
                    "treacherous about them.",
                ),
                Option(
                    "Its class is right more often, as everything is with more answers",
                    False,
                    "Luck shrinks with more answers. What pulls all of them to one side does not.",
                ),
                Option(
                    "Nothing: careless answers cancel each other",
                    False,
                    "They would if each class had as many pairs. Nine of the twenty-five pairs say "
                    "“indifferent”, three say “attractive”, one says “one-dimensional”.",
                ),
                Option(
                    "Its class is wrong more often",
                    True,
                    "Attractive is ahead among those who read, and indifferent among all who tick. The more "
                    "answers, the surer the survey is of the wrong one.",
                ),
            ),
        ),
        Question(
            "photo",
            "The crowd is indifferent to a photo at the door, and 35 of 100 customers buy one. How can both "
            "be true?",
            (
                Option(
                    "They cannot: one of the two surveys is wrong",
                    False,
                    "Nothing is wrong with either. They answer different questions about different people.",
                ),
                Option(
                    "The class is the crowd’s most frequent one, and a sale needs one customer at a time",
                    True,
                    "Forty are indifferent, and forty-one would be pleased in one way or another. An extra "
                    "is bought by those who want it, and the others lose nothing.",
                ),
                Option(
                    "People buy what they are indifferent to when it is cheap",
                    False,
                    "Not in the model: the indifferent pay nothing. In life it happens, and it is no way to "
                    "run an extra.",
                ),
                Option(
                    "Being spared is worth more than being pleased",
                    False,
                    "That assumption moves the must-be and the one-dimensional. The photo sells without it.",
                ),
            ),
        ),
        Question(
            "luck",
            "Looking back at “One number”: a score that rises by five points, and a class that flips from "
            "attractive to indifferent. What should you ask about both?",
            (
                Option(
                    "Whether the customers were told which answer is the right one",
                    False,
                    "Worth knowing, and a nastier story. But both happen where nobody has told anybody "
                    "anything.",
                ),
                Option(
                    "Which department was responsible for it",
                    False,
                    "If it was luck, the answer is: none. And yet one of them will get the cake.",
                ),
                Option(
                    "How often it would happen by luck, with so many answers",
                    True,
                    "Both turn a small difference between counts into news. With a hundred answers a score "
                    "rises by five points in about a third of quarters, and thirty answers cannot keep "
                    "two near classes apart.",
                ),
                Option(
                    "What it did to revenue",
                    False,
                    "A good question, one step too early. First find out whether there is an “it”.",
                ),
            ),
        ),
        Question(
            "pain",
            "Looking back at “Experience design”: taking pain away and creating an experience are two jobs. "
            "Which of them is it to make a must-be reliable?",
            (
                Option(
                    "Taking pain away: when it works, nobody notices",
                    True,
                    "That is the must-be all over: missed when it is gone, not thanked for when it is there. "
                    "It is done when the rate of failures falls.",
                ),
                Option(
                    "Creating an experience, for a must-be is what customers care about most",
                    False,
                    "They care when it is missing. An experience is what they come for, and talk about.",
                ),
                Option(
                    "Both, in equal parts, since satisfaction has two sides to it",
                    False,
                    "One-dimensional features have two sides. A must-be has one.",
                ),
                Option(
                    "Neither: a must-be is a matter of course",
                    False,
                    "To the customer. To whoever has to get it right every time it is a great deal of work.",
                ),
            ),
        ),
    )
