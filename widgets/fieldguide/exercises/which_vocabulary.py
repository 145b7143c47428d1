"""*Which vocabulary?*: twelve terms, sorted as one practitioner hands them out to two trades."""

from __future__ import annotations

from typing import Any

from fieldguide.exercises._reordered import in_new_order
from fieldguide.kinds.sorter import Card, Placed, Sorted, Sorter

BOXES = {"crm": "The CRM practitioner", "cx": "The CX expert", "both": "Both of them"}
CRM, CX, BOTH = BOXES

#: Where each card stood in version 1, in which the boxes went round in turn.
FORMER = (0, 2, 1, 5, 4, 3, 7, 11, 6, 8, 9, 10)

#: Each is one author's word, with our explanation of it; where she gives it to both, so does the card.
CARDS = (
    Card(
        name="rfv",
        industry="a score",
        text="RFV: how recently somebody bought, how frequently, and for what value.",
        home=(CRM,),
        because={
            CRM: "On her CRM list, and at home there: a till and a calendar are all it takes.",
            CX: "It says nothing of what buying was like. A customer can score high and be fuming.",
            BOTH: "Both could compute it. Only one of her two lists has it.",
        },
    ),
    Card(
        name="engagement",
        industry="a hope",
        text="Engagement: whatever customers do with you beyond paying, from chatting to clicking.",
        home=(BOTH,),
        because={
            CRM: "It is on the CRM list. Read the other one to its end.",
            CX: "It closes the CX list. Read the other one from its beginning.",
            BOTH: "On both lists, and at the end of her essay it is CX’s to run. A word that two teams use "
            "is where they will collide.",
        },
    ),
    Card(
        name="journeys",
        industry="a map",
        text="Customer journey: all that a customer goes through, from the first idea to long after the "
        "purchase.",
        home=(CX,),
        because={
            CRM: "CRM has stages, too, but they are the company’s: prospect, buyer, lapsed. A journey is "
            "drawn from the other side, or should be.",
            CX: "First on her CX list.",
            BOTH: "CRM people follow customers over years as well, and call that a life cycle. The journey "
            "is on one list only.",
        },
    ),
    Card(
        name="loyalty",
        industry="a goal",
        text="Loyalty: that customers come back though they need not.",
        home=(BOTH, CRM),
        because={
            CRM: "It is on the CRM list, twice over.",
            CX: "Not on the CX list. Yet look at what she says of the two together.",
            BOTH: "Only the CRM list has it, twice; but “both will say that they are building loyalty”, she "
            "writes. Ask them how they would know.",
        },
    ),
    Card(
        name="stitching",
        industry="a puzzle",
        text="Identity stitching: finding out that the caller, the shopper and the web visitor are one "
        "person.",
        home=(CX,),
        because={
            CRM: "It sounds like database work, and it is. But it became a worry when channels multiplied, "
            "and she puts it with those who work across them.",
            CX: "On her CX list, which may surprise the people who keep the database.",
            BOTH: "CRM could hardly do without it. Her list for CRM does.",
        },
    ),
    Card(
        name="lifetime-value",
        industry="a number",
        text="Lifetime value: what a customer will have brought in by the end, with later money counted "
        "for less.",
        home=(CRM,),
        because={
            CRM: "On her CRM list: an account, kept customer by customer.",
            CX: "CX wants to raise it and speaks of it to the board. On her list it is not.",
            BOTH: "Both quote it when they ask for a budget. One of them has it on the list.",
        },
    ),
    # Six more.
    Card(
        name="channel-neutrality",
        industry="a principle",
        text="Channel neutrality: the same treatment, whether a customer comes by shop, phone or web.",
        home=(CX, BOTH),
        because={
            CRM: "She calls the older CRM “channel neutral”, so you have read closely; but it is listed "
            "elsewhere.",
            CX: "On her CX list.",
            BOTH: "It is on the CX list, and of CRM as it was she writes that “it was channel neutral”. The "
            "new trade’s new word described the old trade.",
        },
    ),
    Card(
        name="centricity",
        industry="a creed",
        text="Customer-centric: built around customers instead of products.",
        home=(BOTH,),
        because={
            CRM: "CRM says so: its principle was “customer centric marketing”, she writes. It is not alone.",
            CX: "CX says so. It is not alone.",
            BOTH: "“Both will say that they are customer centric”, and she wonders who leads the orchestra.",
        },
    ),
    Card(
        name="retention",
        industry="a rate",
        text="Retention: the share of customers who are still customers a year later.",
        home=(CRM,),
        because={
            CRM: "With acquisition and conversion it makes up the end of her CRM list.",
            CX: "It is what a better experience is hoped to bring. The word is on the other list.",
            BOTH: "Both are paid for it in the end, but only CRM has it on the list.",
        },
    ),
    Card(
        name="silos",
        industry="a complaint",
        text="Business silos: departments that keep customers, data and budgets to themselves.",
        home=(CX,),
        because={
            CRM: "CRM has been called a silo more often than it has complained of one.",
            CX: "On her CX list: who follows a journey walks into every wall.",
            BOTH: "Everybody suffers from silos. Only the CX list speaks of them.",
        },
    ),
    Card(
        name="acquisition",
        industry="a job",
        text="Acquisition: winning customers whom you did not have.",
        home=(CRM,),
        because={
            CRM: "On her CRM list, although her own chart of a large company gives the job to e-commerce, "
            "retail and media.",
            CX: "Before they are customers they have an experience, too. It is not on the list.",
            BOTH: "In her chart of a large company neither of them has it any more: e-commerce, retail and "
            "media do.",
        },
    ),
    Card(
        name="needs",
        industry="a question",
        text="Customer needs: what people want to get done when they come to you.",
        home=(CX,),
        because={
            CRM: "The shopkeeper knew them, and CRM set out to be the shopkeeper. Her CRM list has none.",
            CX: "On her CX list, and on no other.",
            BOTH: "One would hope so. Her CRM list speaks of what customers are worth, not of what they "
            "need.",
        },
    ),
)


class WhichVocabulary(Sorter):
    """Sort six terms, then six more."""

    slug = "which-vocabulary"
    version = 2
    title = "Which vocabulary?"
    question = "One practitioner lists what CRM people talk about, and what CX people do. Whose word is this?"
    boxes = BOXES
    cards = CARDS
    rounds = (6, 12)

    @classmethod
    def carry_over(cls, version: int, values: dict[str, Any]) -> dict[str, Any] | None:
        return in_new_order(values, FORMER) if version == 1 else None

    def verdict(self, one: Placed) -> str:
        if one.fits:
            return "So she has it." if not one.card.arguable else "Her essay bears you out."
        return "Not in her essay (Undo lets you try again)."

    def says(self, result: Sorted) -> str:
        done = len(result.placed)
        if not done:
            return f"{result.cards} words, two trades, none sorted yet."
        if result.playing is not None:
            return f"{done} of {result.cards} sorted, {result.fits} as in her essay."
        shared = sum(BOTH in one.card.home for one in result.placed)
        found = sum(BOTH in one.card.home and one.box == BOTH for one in result.placed)
        return (
            f"All {done} sorted, {result.fits} as in her essay. She lets both trades have {shared} of these "
            f"words; you shared out {found} of them."
        )
