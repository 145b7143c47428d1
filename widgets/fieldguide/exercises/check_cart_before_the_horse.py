"""*Check yourself* of *The cart before the horse*: four new questions, two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckCartBeforeTheHorse(Quiz):
    """Six questions."""

    slug = "check-cart-before-the-horse"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "silent-assumption",
            "“We need to think of the capabilities first, and only then of the technology.” What must be "
            "true for this to be better advice than any other order?",
            (
                Option(
                    "The technology is expensive",
                    False,
                    "A high price makes every mistake dearer. It does not say which order is the mistake.",
                ),
                Option(
                    "Most CRM projects fail",
                    False,
                    "If they do, something is wrong with them. Which order would have saved them is another "
                    "question.",
                ),
                Option(
                    "People can learn much of it without the technology",
                    True,
                    "Who can learn nothing before the software runs is only paid to wait. The essays take "
                    "it for granted and do not say it.",
                ),
                Option(
                    "The people are willing to learn",
                    False,
                    "Needed in each of the three orders, so it cannot decide between them.",
                ),
            ),
        ),
        Question(
            "flight-simulator",
            "A new cockpit can only be learned in the simulator that comes with it; crews learn it in "
            "weeks, and nobody doubts what it saves. In which order?",
            (
                Option(
                    "Technology first",
                    True,
                    "Nothing to learn beforehand, nothing to find out by waiting, and quick learners: the "
                    "corner of the map where the cart may stand before the horse.",
                ),
                Option(
                    "Capability first, as always with technology",
                    False,
                    "“As always” is the trouble. What would the crews practice on?",
                ),
                Option(
                    "Together, so that nobody waits",
                    False,
                    "Then the crews wait, with pay, for a cockpit that is not there.",
                ),
                Option(
                    "A pilot first",
                    False,
                    "A tempting pun. But where nobody doubts what it saves, a pilot has nothing to tell.",
                ),
            ),
        ),
        Question(
            "which-pilot",
            "What do all pilots that are worth paying for have in common?",
            (
                Option(
                    "The steering committee has asked for them before it signs",
                    False,
                    "If it will sign whatever comes out, a pilot is a ceremony with an invoice.",
                ),
                Option(
                    "They run in the branch where the keenest people work, and so show what is possible",
                    False,
                    "What is possible is not what you will get. Such pilots flatter, and unless you know by "
                    "how much, you will buy too much.",
                ),
                Option(
                    "They are cheap",
                    False,
                    "Cheap ones are often small, and small ones are blurred: five hundred letters said no "
                    "to a good letter in a third of the tries.",
                ),
                Option(
                    "After them you might do something else than before",
                    True,
                    "That is where their worth comes from: from stopping, or buying small, when you would "
                    "have bought the whole, or the other way round. It is not enough: a flattering pilot "
                    "can change your mind for the worse.",
                ),
            ),
        ),
        Question(
            "everybody-follows",
            "In the towns of this chapter, let three customers in five do what one of those whom they follow "
            "does. You can look after ten. How many will be won by word of mouth?",
            (
                Option(
                    "Most if you take the ten most followed",
                    False,
                    "They do win most where few are easily swayed. Here word gets round from anywhere.",
                ),
                Option(
                    "About as many whomever you take",
                    True,
                    "Easily swayed people pass it on themselves. The most followed won 172 people, and ten "
                    "by lot 170. Other rules of following would favor the famous more.",
                ),
                Option(
                    "Most if you take the ten biggest spenders",
                    False,
                    "Spending is not being followed. What they bring is their own rise, if you count it.",
                ),
                Option(
                    "Nobody, since people make up their own minds",
                    False,
                    "Two in five of them do. The other three are the point of the question.",
                ),
            ),
        ),
        Question(
            "volunteers",
            "Looking back at “Tactical marketing”: the new database is tried with customers who "
            "volunteered. They spend 20% more than the others. What did it do?",
            (
                Option(
                    "It raised spend by 20%",
                    False,
                    "Who volunteers likes you already. They may have spent 20% more last year, too.",
                ),
                Option(
                    "Nothing: volunteers never count",
                    False,
                    "It may have done a great deal. This comparison cannot tell.",
                ),
                Option(
                    "It raised spend, but surely by less than 20%",
                    False,
                    "Likely, and not sure: choosing can make a report too low as well. You have seen one "
                    "that did.",
                ),
                Option(
                    "Nobody knows until some of those who might get it are left out by lot",
                    True,
                    "A holdout. Draw it before the trial begins, from the volunteers themselves.",
                ),
            ),
        ),
        Question(
            "automate-approval",
            "Looking back at “Experience design”: software is to be bought that speeds up an approval "
            "which no customer would miss. What comes first?",
            (
                Option(
                    "Asking who would be hurt if the approval went",
                    True,
                    "Delete, then automate. A step that goes needs no software; if a law wants it, you "
                    "have found what to automate.",
                ),
                Option(
                    "Training the people who approve",
                    False,
                    "Capability first, and in the wrong thing: they would get better at what nobody needs.",
                ),
                Option(
                    "A pilot of the software in one branch",
                    False,
                    "It would tell how fast an approval can be that nobody would miss.",
                ),
                Option(
                    "Buying it, because waiting costs customers days",
                    False,
                    "Only if the approval is where they wait. And even then the shortest approval is none.",
                ),
            ),
        ),
    )
