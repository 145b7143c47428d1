"""*Say it from memory*: read a customer strategy of two to nine segments, hide it, and say who gets what."""

from __future__ import annotations

from fieldguide.kinds.recall import Pair, Recall, Recalled

#: What customers can get. All nine are offered as answers, however short the strategy.
TREATMENTS = {
    "call": "a welcome call",
    "wrap": "free gift wrapping",
    "bill": "one bill a month",
    "sale": "early word of the sale",
    "chair": "a chair and a coffee",
    "kitchen": "an evening in the kitchen",
    "note": "a note from the manager",
    "home": "delivery to the door",
    "silence": "no mail at all",
}

#: Names of the kind that is put on slides; nothing in them says what these people get.
COINED = (
    Pair("Settled Seekers", "home"),
    Pair("Aspiring Pragmatists", "chair"),
    Pair("Mindful Materialists", "bill"),
    Pair("Urban Harmonizers", "silence"),
    Pair("Quiet Maximizers", "wrap"),
    Pair("Emerging Traditionals", "sale"),
    Pair("Detached Achievers", "kitchen"),
    Pair("Social Curators", "note"),
    Pair("Rational Romantics", "call"),
)

#: Names that somebody in the shop might use; each says why these people get what they get.
PLAIN = (
    Pair("People who have moved far away", "home"),
    Pair("Retired people who come daily", "chair"),
    Pair("Small firms", "bill"),
    Pair("People who asked to be left alone", "silence"),
    Pair("Buyers of presents", "wrap"),
    Pair("Bargain hunters", "sale"),
    Pair("People who love to cook", "kitchen"),
    Pair("People who complained last month", "note"),
    Pair("First-time buyers", "call"),
)


class SayItFromMemory(Recall):
    """Two to nine segments, under coined names or under plain ones."""

    slug = "say-it-from-memory"
    title = "Say it from memory"
    question = (
        "Open the customer strategy of a shop. Read it as often as you like, hide it, and say who gets "
        "what. How many segments can you hold?"
    )
    lists = {
        "coined": ("as a consultant named them", COINED),
        "plain": ("as the shop would name them", PLAIN),
    }
    answers = TREATMENTS
    least, most, usual = 2, 9, 7
    unlike = (4, 1, 6, 0, 8, 3, 5, 2, 7)
    how_many = "Segments in the strategy"
    to_read = "The strategy"
    which = "Their names"
    columns = ("Segment", "What they get")
    assumes = (
        "Shop, segments and treatments are made up. All nine treatments are offered for each segment, so "
        "pressing blindly is right once in nine times, however many segments there are. You may take all "
        "the time you like, before and after; if you leave and come back, the strategy is closed, and gone "
        "as soon as the controls work. What you find out is how one reader did once."
    )

    def says(self, result: Recalled) -> str:
        count = len(result.asked)
        if not result.hidden:
            return f"{count} segments to read. Nothing is timed."
        if not result.done:
            said = len(result.said)
            return f"{said} of {count} said; how many are right you hear at the end."
        chance = count / len(self.answers)
        right = {0: "Not one", count: "All"}.get(result.right, f"{result.right}")
        return (
            f"{right} of {count} right. Pressing blindly gets {chance:.1f} right on average. Start again for "
            "another number of segments, or for other names."
        )
