"""*Check yourself* of *Strategic marketing*: four new questions, and two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckStrategicMarketing(Quiz):
    """Six questions."""

    slug = "check-strategic-marketing"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "cheaper-and-ahead",
            "A brand costs a fifth less than its rival this month and sells twice as much. What does that "
            "say about the strength of the brand?",
            (
                Option(
                    "It is about twice as strong",
                    False,
                    "Sales mix the brand with its price. Nobody knows which of the two was bought.",
                ),
                Option(
                    "Nothing yet: compare where both cost the same",
                    True,
                    "What is left at equal prices is left for the brand: taste, habit, name. Even then, "
                    "ask whether advertising came with the price.",
                ),
                Option(
                    "It is weak, or it would not need a lower price",
                    False,
                    "Strong brands mark down too. Heinz made four purchases in ten at a dollar or less, "
                    "and still won two of three at the price of Hunt’s.",
                ),
                Option(
                    "Customers are loyal to it, since so many buy",
                    False,
                    "Many bought. Whether they would at the rival’s price is just what the month did not "
                    "show.",
                ),
            ),
        ),
        Question(
            "every-wish-pleases",
            "Each of twelve wishes would please those who made it by more than it costs to build. "
            "Granting all twelve loses money all the same. How can that be?",
            (
                Option(
                    "Somebody must have added up the costs wrongly",
                    False,
                    "The sums may well be right. They leave out what no wish pays for alone.",
                ),
                Option(
                    "Customers did not really want what they asked for",
                    False,
                    "They may want it honestly, every one of them. It is the others who did not ask.",
                ),
                Option(
                    "Prices cannot be raised for a bike with so much on it",
                    False,
                    "In the model the price is always the one that earns most, and for a bike with more "
                    "on it that may well be a higher one.",
                ),
                Option(
                    "Every buyer pays for the complexity of all, and gains from a few",
                    True,
                    "A wish pleases some; the thing to learn, to clean or to break is there for everybody. "
                    "Whether that tips the sum depends on what complexity costs, so it has to be measured.",
                ),
            ),
        ),
        Question(
            "fill-the-seats",
            "Your customer board consists of your twelve keenest customers. Its favorites keep failing. "
            "What would you change first?",
            (
                Option(
                    "Draw the seats by lot, and give some to people who looked and left",
                    True,
                    "In the model the same twelve seats then ask for what pays, unless the keenest are "
                    "like everybody. Whether yours are is a thing to find out.",
                ),
                Option(
                    "Make the board larger, so that chance evens out",
                    False,
                    "Fifty fans are as unlike other households as twelve. Numbers cure chance, not choice.",
                ),
                Option(
                    "Close it: customers are not product designers",
                    False,
                    "Then you hear of no jobs either. In a contest judged blind, users had newer and more "
                    "useful ideas than professionals.",
                ),
                Option(
                    "Grant the favorites only when all twelve members agree",
                    False,
                    "The keenest agree easily. They agree on what the keenest want.",
                ),
            ),
        ),
        Question(
            "above-the-line",
            "Eighty households are asked. One job scores 12.3, another 11.6, and the house rule funds "
            "whatever scores 12 or more. What would you say?",
            (
                Option(
                    "Fund the first: it is an opportunity, and the other is not",
                    False,
                    "Seven tenths of a point are well within what eighty answers leave to luck.",
                ),
                Option(
                    "Fund neither until a score is above 15",
                    False,
                    "A higher line has other jobs near it. Luck crosses that one too.",
                ),
                Option(
                    "Treat them as equals here: ask more people, or let cost decide",
                    True,
                    "The bands overlap widely, and the rule of 12 is a habit that would change with the "
                    "way answers are counted.",
                ),
                Option(
                    "Ask the same eighty again, to be sure",
                    False,
                    "They would tell you again what these eighty think. Which eighty you happened to ask "
                    "is what is uncertain.",
                ),
            ),
        ),
        Question(
            "whom-the-file-lacks",
            "Looking back at “Questions your CRM cannot answer”: the members of a board are drawn by lot "
            "from the customer file. Whom can such a lot never draw?",
            (
                Option(
                    "Customers who bought once and fell silent",
                    False,
                    "They are in the file, and often the larger part of it. Silent is not absent.",
                ),
                Option(
                    "Customers who share an address with another customer",
                    False,
                    "They may be merged by mistake or stand there twice, but they are there.",
                ),
                Option(
                    "Customers whose fourth purchase has not come yet",
                    False,
                    "“Not yet” is in the file: one knows that it took longer than the time watched.",
                ),
                Option(
                    "People who looked, and bought elsewhere",
                    True,
                    "Not from here: they stand in other people’s files, or in nobody’s. To hear them you "
                    "have to go where they are.",
                ),
            ),
        ),
        Question(
            "which-box",
            "Looking back at “Four boxes”: a board member says that her bike’s box leaks. A colleague "
            "sends her a new seal that evening, and the job “keep the children dry” goes into the survey "
            "of people who have never bought. Which boxes are these?",
            (
                Option(
                    "Both strategic marketing, because a board is research",
                    False,
                    "The tool does not choose the box. One seal for one customer changes no offer.",
                ),
                Option(
                    "The seal is tactical CX, the survey strategic marketing",
                    True,
                    "One problem, one person, after the purchase; then one question for everybody who "
                    "might buy. A good sentence can have two lives.",
                ),
                Option(
                    "The seal is experience design, the survey tactical marketing",
                    False,
                    "Experience design would change the seal on every bike; and a survey makes no offer to "
                    "anybody.",
                ),
                Option(
                    "Both tactical CX, because she is a customer",
                    False,
                    "She is. The people whom the survey asks are not, or not yet.",
                ),
            ),
        ),
    )
