"""*Check yourself* of *History with receipts*: four new questions, two on *The shopkeeper's memory*."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckHistoryWithReceipts(Quiz):
    """Six questions."""

    slug = "check-history-with-receipts"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "two-dates",
            "One source says that a product is of 1986, another says 1987. What do you do first?",
            (
                Option(
                    "Take the earlier year: somebody must have remembered it",
                    False,
                    "Somebody remembered something. Of what it is the year, you do not know yet.",
                ),
                Option(
                    "Ask what each of them dates",
                    True,
                    "Conceived and released, filed and granted, said and printed: two years often belong "
                    "to two events. With ACT! they do, and neither source is wrong.",
                ),
                Option(
                    "Take the year that more pages repeat",
                    False,
                    "Pages copy each other. Ten copies of one mistake are one source.",
                ),
                Option(
                    "Write “in the mid-1980s” and move on",
                    False,
                    "It may be the honest end of a search. It is no beginning.",
                ),
            ),
        ),
        Question(
            "seventy-percent",
            "A slide says: “70% of CRM projects fail.” Which question goes to the heart of it?",
            (
                Option(
                    "How many companies were asked?",
                    False,
                    "Worth knowing. But a million answers to an unknown question are worth nothing.",
                ),
                Option(
                    "Is there a more recent figure?",
                    False,
                    "There are several, older and newer, from 18% up. A newer number of an unknown thing "
                    "is not better.",
                ),
                Option(
                    "Which software did they use?",
                    False,
                    "That is a question for after you know what failed.",
                ),
                Option(
                    "Failed by whose definition, and in which document?",
                    True,
                    "Late, over budget, unused, or below hopes: each gives another rate. And the report to "
                    "which this number is credited could not be found by the one who looked for it.",
                ),
            ),
        ),
        Question(
            "for-research-only",
            "“For research only”, said a bank’s survey. Now a branch wants the names of the unhappy, to call "
            "them. By the researchers’ codes quoted in this chapter, what decides?",
            (
                Option(
                    "Nothing: names may never leave a survey",
                    False,
                    "The older code had an exception in its very first paragraph on the matter.",
                ),
                Option(
                    "The good intention, for the customers will be helped",
                    False,
                    "Some will. The code was written because everybody’s intentions are good.",
                ),
                Option(
                    "Whether those who answered agreed to it",
                    True,
                    "Permission is the hinge in the old code as in the new one. They were told “research "
                    "only”: ask them before you call them.",
                ),
                Option(
                    "Whether the bank has paid for the survey",
                    False,
                    "The bank has bought answers. It was promised no names.",
                ),
            ),
        ),
        Question(
            "one-after-the-other",
            "“First came CRM, then UX, then CX.” In the sources quoted here the names are met from 1990 on "
            "(CRM), in 1985 (UX) and in 1994 (CX). What follows?",
            (
                Option(
                    "Dates of names do not bear the story out; dates of jobs might",
                    True,
                    "A trade can be named before anybody is hired for it, and the other way round. And the "
                    "earliest that we found is not the earliest: UX was long dated to the 1990s. Ask which "
                    "date a story needs, then look for that one.",
                ),
                Option(
                    "UX came before CRM",
                    False,
                    "A letter of 1985 says that two words were printed then. Who worked when is another "
                    "question.",
                ),
                Option(
                    "The story is wrong from beginning to end",
                    False,
                    "One leg of it wobbles. It was told about hiring, and these are dates of words.",
                ),
                Option(
                    "Nothing: such dates are guesswork",
                    False,
                    "What was printed in 1985 was printed in 1985. An older page may turn up, and then the "
                    "word is older still: the error goes one way only.",
                ),
            ),
        ),
        Question(
            "three-signals",
            "Looking back at “The shopkeeper’s memory”: Arkwright learned from what people bought, from "
            "what they chatted about and from how they lived. What of that is in the file of an online "
            "store?",
            (
                Option(
                    "All three, if the file is large enough",
                    False,
                    "A larger file of purchases is still a file of purchases.",
                ),
                Option(
                    "What they bought",
                    True,
                    "Dates, units, dollars. What they chatted about and how they live he kept in his head; a "
                    "store must ask for it, buy it, or do without.",
                ),
                Option(
                    "How they live, for it can be read off their purchases",
                    False,
                    "Guessed from, at best, and a gift looks like a taste.",
                ),
                Option(
                    "What they chatted about, since orders come with messages",
                    False,
                    "If there are any, somebody has to keep them. The file of that chapter has none.",
                ),
            ),
        ),
        Question(
            "pocket",
            "Looking back at “The shopkeeper’s memory”: a till sorts its customers by what they spend in "
            "the shop. What does it not know of those at the top?",
            (
                Option(
                    "How long ago they were last in",
                    False,
                    "A till that knows its customers by name knows that: it is their recency.",
                ),
                Option(
                    "Whether others spend more there than they do",
                    False,
                    "That is what sorting tells.",
                ),
                Option(
                    "How often they come",
                    False,
                    "It counts the days on which they bought: their frequency.",
                ),
                Option(
                    "How much more of what they buy could be won",
                    True,
                    "It sees its own part of the pocket. Two of the yogurt households bought Dannon 18 "
                    "times each; the one took another brand once, the other 27 times.",
                ),
            ),
        ),
    )
