"""*Check yourself* of *Who conducts the orchestra?*: four new questions, two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckWhoConducts(Quiz):
    """Six questions."""

    slug = "check-who-conducts"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "saves-doubled",
            "The retention team has saved twice as many customers as in the quarter before, with the same "
            "people and the same script. What would you ask first?",
            (
                Option(
                    "How the script can be carried over to other teams",
                    False,
                    "It is the same script. If it did not change, it is not what changed the number.",
                ),
                Option(
                    "How large a bonus a doubled number deserves",
                    False,
                    "Perhaps none: the number may have doubled because something else drives customers to "
                    "the door.",
                ),
                Option(
                    "How many wanted to leave, in both quarters",
                    True,
                    "Saves are a share of those who want to leave. In the exercise the number doubled while "
                    "the team did nothing new, because three others wrote more.",
                ),
                Option(
                    "Whether the customers saved are still satisfied",
                    False,
                    "Worth knowing, later. It does not tell why there are suddenly so many.",
                ),
            ),
        ),
        Question(
            "cap-or-conductor",
            "A company lets nobody get more than six messages a month; what is over is cut for all senders "
            "by the same share. What is settled, and what is not?",
            (
                Option(
                    "How much is settled, and not whose",
                    True,
                    "Whoever asks for more still gets a larger part of the six. In the exercise each team "
                    "goes on asking, and the best plan under the cap is another one.",
                ),
                Option(
                    "Both: with a cap nobody gains by asking for more",
                    False,
                    "Under such a cap asking for more is the way to a larger part of it.",
                ),
                Option(
                    "Neither: teams find ways around any cap",
                    False,
                    "They may. But where it holds, the customer gets six, and with little patience that is "
                    "worth money.",
                ),
                Option(
                    "Both, as long as customers are patient",
                    False,
                    "The more patient they are, the more a cap costs, and who gets the room is as open as "
                    "before.",
                ),
            ),
        ),
        Question(
            "longer-report",
            "“Our teams think in quarters. Paid for their own number over three years, they would stop "
            "crowding each other out.” What does the model say?",
            (
                Option(
                    "Yes: over three years each feels the customers that it drives away",
                    False,
                    "It feels a part of them. All four bear the loss, and the sender alone has the gain.",
                ),
                Option(
                    "Mostly no: each has its gain alone and shares the loss",
                    True,
                    "Only at the harshest settings, with reports of three years, do two of four teams "
                    "sometimes gain by holding back. A longer report is not a common one.",
                ),
                Option(
                    "It cannot say, as the model covers a single quarter",
                    False,
                    "It covers three years. How long a report is can be set under what the model assumes.",
                ),
                Option(
                    "No, since a message always raises the number of whoever sends it",
                    False,
                    "Nearly always. Six messages a month to people of little patience who lose it suddenly "
                    "do lower some teams’ numbers over three years.",
                ),
            ),
        ),
        Question(
            "counted-twice",
            "27 campaign reports together claim 2.65 million dollars of sales. The households they were sent "
            "to spent 2.05 million while any of the campaigns ran. How can that be?",
            (
                Option(
                    "The campaigns made 0.6 million of extra sales",
                    False,
                    "Extra sales would be in what was spent. More was claimed than was spent at all.",
                ),
                Option(
                    "Somebody has added wrongly, for a sum of parts cannot exceed the whole",
                    False,
                    "It can when the parts overlap: the same purchase stands in several reports, and each "
                    "report is right by its own rule.",
                ),
                Option(
                    "Households bought more than they otherwise would have, and then returned it",
                    False,
                    "Nothing of the kind is in the data, and it takes no returns to explain it.",
                ),
                Option(
                    "A dollar spent while two campaigns ran stands in two reports",
                    True,
                    "Each report counts what its households bought while it ran. Even a dollar that is "
                    "counted once may owe nothing to the campaign.",
                ),
            ),
        ),
        Question(
            "holdout-of-all",
            "Looking back at “Tactical marketing”: each of four teams holds out a tenth of its list by lot "
            "and shows that its messages pay. What have the four tests not shown?",
            (
                Option(
                    "Anything, since four tests at a time spoil each other’s lots",
                    False,
                    "Lots drawn apart do not spoil each other: whoever is held out by one team is a fair "
                    "sample of what the others send to.",
                ),
                Option(
                    "Whether all four together are better than fewer",
                    True,
                    "Each test compares with and without one team, beside everything that the others send, "
                    "and in its own number. To see what all of them do together, hold people out of all.",
                ),
                Option(
                    "Whether each team’s messages change anything",
                    False,
                    "That is just what a holdout by lot shows, within its margin.",
                ),
                Option(
                    "Whether the likely buyers were chosen",
                    False,
                    "Where lots decide who is held out, it does not matter for the comparison who was on the "
                    "list.",
                ),
            ),
        ),
        Question(
            "which-box-the-cap",
            "Looking back at “Four boxes”: somebody decides that an open complaint stops all offers to "
            "that customer until it is solved. Which box is the decision in?",
            (
                Option(
                    "Experience design: a rule that holds for everybody who has bought",
                    True,
                    "The rule is made once, for all customers, and a list of names comes out only when it is "
                    "applied. It also settles who decides when an offer and a complaint collide.",
                ),
                Option(
                    "Tactical CX, because a complaint is one customer’s",
                    False,
                    "Solving that complaint is tactical CX. Deciding what complaints do to offers is not "
                    "about one customer.",
                ),
                Option(
                    "Tactical marketing, because it is about offers",
                    False,
                    "It is about not sending them, and it picks nobody out: it is a rule.",
                ),
                Option(
                    "Strategic marketing, because it is a rule",
                    False,
                    "A rule, yes, so it is in the lower row. But whoever complains has bought.",
                ),
            ),
        ),
    )
