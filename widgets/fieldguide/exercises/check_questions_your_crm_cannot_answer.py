"""The questions at the end of *Questions your CRM cannot answer*, with every option explained."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckQuestionsYourCrmCannotAnswer(Quiz):
    """Four questions on this chapter, and two that prepare the next ones."""

    slug = "check-questions-your-crm-cannot-answer"
    title = "Check yourself"
    question = "Six questions: four on this chapter, two on what comes next."
    questions = (
        Question(
            "growing_average",
            "In March the dashboard says that those who joined this winter took 31 days to their third "
            "purchase, if they made one. In June it says 62 of the same crowd. What has probably happened?",
            (
                Option(
                    "Customers have become slower, and somebody should find out why.",
                    False,
                    "They may have, but this number would double even if nobody changed: in June the slow "
                    "ones have had time to arrive. The CDNOW customers did just this, and nothing had "
                    "happened to them.",
                ),
                Option(
                    "The slow ones have had time to arrive in the average.",
                    True,
                    "In March only the quick could be in it. Watch the same people for longer, and the "
                    "average of those who came back rises by itself.",
                ),
                Option(
                    "June is right, because it rests on more customers.",
                    False,
                    "It rests on more, and it will rise again by September. More customers make a number "
                    "steadier only when the number means the same thing each time.",
                ),
            ),
        ),
        Question(
            "at_risk",
            "A customer joined 40 days ago and has not bought again. How does the Kaplan–Meier curve "
            "count her?",
            (
                Option(
                    "As one who did not come back.",
                    False,
                    "That would be a verdict on a case that is still open. She may come back tomorrow.",
                ),
                Option(
                    "Not at all, until her case is decided.",
                    False,
                    "That throws away what you know: for 40 days she could have come back, and she did "
                    "not. Leave out all the open cases, and only those who came back remain: the average "
                    "again.",
                ),
                Option(
                    "As one still awaited on each of 40 days, and not counted after that.",
                    True,
                    "She is among those waiting on each of days 1 to 40, and says nothing about day 41.",
                ),
            ),
        ),
        Question(
            "alive",
            "The model gives a customer of one purchase P(alive) = 1 and expects 0.2 purchases of him in "
            "the next 39 weeks. What do you make of him?",
            (
                Option(
                    "He is a sure thing: start with him.",
                    False,
                    "Alive means that he has not left, in a model where nobody can leave before a second "
                    "purchase. Ranked by the purchases expected, he is nowhere near the top.",
                ),
                Option(
                    "The model takes his silence for slowness, and expects little of him.",
                    True,
                    "In BG/NBD the coin that ends a relationship is tossed after a repeat purchase. He "
                    "has never tossed it, so all his silence goes into a slow pace.",
                ),
                Option(
                    "The fit has failed: customers of one purchase should be taken out.",
                    False,
                    "It is what the formula gives for somebody without a repeat purchase, by design. Take "
                    "these customers out and you lose six in ten, and with them the reason why so few come "
                    "back.",
                ),
            ),
        ),
        Question(
            "threshold",
            "Your lawyers find that mixing up two customers costs far more than you had thought. Leaving one "
            "customer in two pieces costs what it did. What happens to the cheapest match threshold?",
            (
                Option(
                    "It goes up, and more people stay in pieces.",
                    True,
                    "False merges happen at lower scores, so you ask for more likeness; the price is true "
                    "pairs that look too different.",
                ),
                Option(
                    "It goes down, so that fewer people are mixed up.",
                    False,
                    "A lower threshold merges more pairs, strangers among them.",
                ),
                Option(
                    "It stays: the records are as alike as they were.",
                    False,
                    "The records are, but a threshold is a decision, and decisions answer to costs.",
                ),
            ),
        ),
        Question(
            "voucher",
            "Looking ahead to “Tactical marketing”: you send a voucher to everybody who has bought once, "
            "and within 39 weeks 14 in 100 buy again. Did the voucher work?",
            (
                Option(
                    "Yes: 14 in 100 is a good rate for people who had gone quiet.",
                    False,
                    "In the CDNOW records about as many customers of one purchase came back in 39 weeks, and "
                    "nothing in those records says that they were sent anything.",
                ),
                Option(
                    "No: the model had expected about as many without it.",
                    False,
                    "A forecast made on other people in another year is a poor stand-in for a comparison.",
                ),
                Option(
                    "You cannot tell without similar customers who got none.",
                    True,
                    "Some would have come back anyway, and only a group left out at random shows how "
                    "many. Such a group is called a holdout.",
                ),
            ),
        ),
        Question(
            "one_or_all",
            "Looking ahead to “Four boxes”: it sorts work by whether it serves one customer's case or "
            "changes things for everybody. Which of these changes things for everybody?",
            (
                Option(
                    "Writing to each customer whose third purchase is overdue.",
                    False,
                    "However many letters go out, each takes up one customer's case: the next chapter calls "
                    "that tactical.",
                ),
                Option(
                    "Joining two records after a customer has complained about getting everything twice.",
                    False,
                    "One customer, one repair. It leaves in place whatever makes the next double record.",
                ),
                Option(
                    "Asking for the e-mail address twice when people order, because slips make double "
                    "records.",
                    True,
                    "Nobody's case is dealt with, and everybody's next order is: the next chapter calls that "
                    "strategic.",
                ),
            ),
        ),
    )
