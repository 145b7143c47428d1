"""*Audit to plan*: one's own organization on four use cases by three parts, by what is seen."""

from __future__ import annotations

from fieldguide.exercises._four_boxes import CX, ED, SM, TM
from fieldguide.exercises._parts import PartAudit


class AuditToPlan(PartAudit):
    """Twelve items of four levels, a line of evidence for each; the weakest link by row, column and place."""

    slug = "audit-to-plan"
    title = "Audit to plan"
    question = "Of twelve places where customers meet you, which is the weakest link, and could you prove it?"
    asked = {
        (SM, "needs"): (
            "You promise something in public: a date, a price, a guarantee. Who knows how often it is kept?",
            (
                "Nobody. Whoever writes the promise does not ask those who must keep it.",
                "Those who must keep it were told of it.",
                "For every public promise somebody counts, each month, how often it was kept.",
                "The same, and in the last twelve months a promise was changed or taken back because of the "
                "count.",
            ),
            "a promise, and last month’s count.",
        ),
        (SM, "wants"): (
            "How do you know which few things people would choose you for, or pay more for?",
            (
                "We ask ourselves.",
                "From a survey, in which nearly everything is important.",
                "In the last twelve months people had to choose between things, or to pay, and the result "
                "is written down.",
                "The same, and something was left out of what you sell because too few wanted it.",
            ),
            "the choice that people were given, and what they took.",
        ),
        (SM, "recovery"): (
            "Something goes wrong in public: a recall, a wrong price, a bad week. What do people hear who "
            "have not bought yet?",
            (
                "Nothing, unless they ask.",
                "A statement, once the lawyers have read it.",
                "Within a day: what happened, whom it concerns and what to do. A person answers questions.",
                "The same, and afterwards some were asked whether they had heard it and believed it.",
            ),
            "the last such message, and its date.",
        ),
        (TM, "needs"): (
            "A letter, a mail, a call goes out. Is what it says true of the person who gets it?",
            (
                "Nobody looks. We hear of mistakes from those who are annoyed.",
                "Somebody reads the text before it goes out.",
                "Before each mailing a sample of people is checked against their records, and the mistakes "
                "are counted.",
                "The same, and a mailing was held back because of the count.",
            ),
            "the sample from the last mailing.",
        ),
        (TM, "wants"): (
            "What shows that an offer is something this person wants, and not only something you have to "
            "sell?",
            (
                "Nothing. The calendar or the sales target picks it.",
                "People like them have bought it.",
                "What this person asked for, looked at or turned down is in the record, and it decides.",
                "The same, and some got another offer by lot, to see which was wanted.",
            ),
            "one person’s record beside the offer they got.",
        ),
        (TM, "recovery"): (
            "An offer hurts: it praises what somebody has just sent back, or it is addressed to the dead. "
            "What happens next?",
            (
                "Nothing, or a form letter.",
                "They are taken off that list, by hand.",
                "A person answers within two working days, they are off every list, and the cause is written "
                "down.",
                "The same, and the next mailing was checked for the same cause before it went out.",
            ),
            "the last such case, from the offer to the answer.",
        ),
        (CX, "needs"): (
            "Take one customer. Can whoever talks to them see whether the last thing you did for them went "
            "right?",
            (
                "Only if the customer tells.",
                "Not of one customer; we have averages.",
                "What was promised, what happened and when stands where everybody who talks to them looks.",
                "The same, and whoever had a failure yesterday is on a list this morning.",
            ),
            "one customer’s page, with a promise and what became of it.",
        ),
        (CX, "wants"): (
            "Each regular cares about a thing or two. Does it change what they get?",
            (
                "We do not know what it is.",
                "One of us knows it by heart, and takes it home at night.",
                "It is written where everybody who serves them looks, and last week it changed what somebody "
                "got.",
                "The same, and the customer can read it and put it right.",
            ),
            "three regulars: what they care about, what they got.",
        ),
        (CX, "recovery"): (
            "Last month some failures were mended. Are those customers content, and are they still yours?",
            (
                "Who they are cannot be looked up.",
                "We know how many cases were closed.",
                "They were asked whether it is right now, and whoever said no was called again.",
                "The same, and you know how many of them still buy, beside customers who had no failure.",
            ),
            "last month’s list, with their answers.",
        ),
        (ED, "needs"): (
            "How often does your customers’ commonest visit go right from beginning to end?",
            (
                "Each department knows about its own part.",
                "The whole visit hangs on a wall, without a number on it.",
                "It is counted as a whole, each month, for a sample of real visits.",
                "The same, and the worst step was changed and the count rose.",
            ),
            "the count, before and after.",
        ),
        (ED, "wants"): (
            "What would your customers miss most if you dropped it?",
            (
                "Nobody has asked.",
                "There is a list, of what we are proud of.",
                "They were asked about having it and about lacking it, or some did without it for a while.",
                "The same, and something nobody missed was dropped.",
            ),
            "what was dropped, and who noticed.",
        ),
        (ED, "recovery"): (
            "Where is it settled what happens after a failure, before there is one?",
            (
                "Nowhere. Whoever is there thinks of something.",
                "In a document that those who meet customers could not recite.",
                "For the three commonest failures, those who meet customers can say it from memory, and may "
                "do it without asking.",
                "The same, and it was rehearsed in the last twelve months, somebody playing the customer.",
            ),
            "ask the next colleague you meet, and write down what they say.",
        ),
    }
