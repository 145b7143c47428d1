"""*Audit to plan: twelve more*, for who wants to be surer of a place than one item can make them."""

from __future__ import annotations

from fieldguide.exercises._four_boxes import CX, ED, SM, TM
from fieldguide.exercises._parts import PartAudit


class AuditFurther(PartAudit):
    """Twelve further items for the same twelve places."""

    slug = "audit-further"
    title = "Twelve more items"
    question = "Look again at the twelve places, from another side. Does the weakest link stay the same?"
    asked = {
        (SM, "needs"): (
            "Somebody who has never bought from you wants to know what it costs, all in. How do they find "
            "out?",
            (
                "They buy, and then they know.",
                "They ask, and the answer depends on whom they ask.",
                "They find it in two minutes, and what they pay in the end is what they found.",
                "The same, and in the last twelve months strangers were watched while they looked for it.",
            ),
            "ten final bills beside ten prices that were shown before.",
        ),
        (SM, "wants"): (
            "What have you learned from people who use a rival’s product, and like it?",
            (
                "We do not talk with them.",
                "What our sales staff say about the rival.",
                "In the last twelve months some were visited or asked what the product does for them.",
                "The same, and you can name a thing you do since, or have stopped doing.",
            ),
            "the notes from one such talk.",
        ),
        (SM, "recovery"): (
            "A bad review is true. What happens?",
            (
                "It is answered with thanks for the valuable feedback.",
                "It is sent to whoever it is about.",
                "Within a week it has an answer that says what went wrong and what was done.",
                "The same, and what was done can be seen by the next reader, or by the next customer.",
            ),
            "the last true bad review, and its answer.",
        ),
        (TM, "needs"): (
            "Somebody says: write to me no more. How long does it take, in every channel?",
            (
                "Nobody has tried it.",
                "It works for the list that they were on.",
                "Within the time that you promise they get nothing more from any of you, and it is tested.",
                "The same, and those who asked are counted, each month, by what had been sent to them.",
            ),
            "your own name, taken off, and what came afterwards.",
        ),
        (TM, "wants"): (
            "Of the people you wrote to last month, how many were glad of it?",
            (
                "All who did not complain, surely.",
                "Those who clicked.",
                "You asked some, or counted who stayed away longer than those who got nothing.",
                "The same, and some are now written to less often because of it.",
            ),
            "the count, and the rule that came of it.",
        ),
        (TM, "recovery"): (
            "A customer leaves. What does the attempt to win them back begin with?",
            (
                "A discount.",
                "The same discount, with “We miss you” above it.",
                "Somebody looks up what happened last, and whether it was put right; that decides what is "
                "said.",
                "The same, and winning back is compared, by lot, with leaving them alone.",
            ),
            "three who left, what had happened, what they were told.",
        ),
        (CX, "needs"): (
            "A customer has told you something once. How often do they have to tell it again?",
            (
                "To everybody they meet.",
                "To each department.",
                "Not again: you followed five cases of last month from hand to hand, and it had come along.",
                "The same, and where it had not, the handing over was changed.",
            ),
            "the five cases.",
        ),
        (CX, "wants"): (
            "A regular asks for something that your rules do not foresee. What can the person in front of "
            "them do?",
            (
                "Read out the rule.",
                "Ask a superior, and call back.",
                "Decide within a limit that everybody knows, and it was used last month.",
                "The same, what was granted is read each month, and a rule was changed because of it.",
            ),
            "last month’s list of what was granted.",
        ),
        (CX, "recovery"): (
            "A failure was yours. Who is the first to speak of it, you or the customer?",
            (
                "The customer, if anybody.",
                "The customer; then we are quick.",
                "In most cases of last month it was you, and you can show how many.",
                "The same, and what you said was tried out with customers beforehand.",
            ),
            "last month’s failures, and who spoke first.",
        ),
        (ED, "needs"): (
            "Whoever meets customers sees something that will fail next week. What can they do?",
            (
                "Hope.",
                "Tell their superior.",
                "Report it where somebody must answer within a week, and see what became of it.",
                "The same, or stop it themselves; and in the last twelve months somebody did.",
            ),
            "the last report from the floor, and the answer.",
        ),
        (ED, "wants"): (
            "The last improvement: how do you know that customers wanted it?",
            (
                "It was our idea, and a good one.",
                "They said yes when we asked whether they would like it.",
                "Some had it and some did not, and what they did differed.",
                "The same, and an improvement was taken back that made no difference.",
            ),
            "the two groups, and what they did.",
        ),
        (ED, "recovery"): (
            "The same failure, for the third time: who pays for the mending, and do they feel it?",
            (
                "It is nobody’s money.",
                "The department that meets the customer, whoever caused it.",
                "The cause is known for each, and its owner sees what it cost last month.",
                "The same, and some of that money was spent on removing the cause.",
            ),
            "last month’s costs of mending, by cause.",
        ),
    }
