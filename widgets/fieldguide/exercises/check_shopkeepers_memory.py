"""The questions at the end of *The shopkeeper's memory*, with every option explained."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckShopkeepersMemory(Quiz):
    """Four questions on this chapter, and two that prepare later ones."""

    slug = "check-shopkeepers-memory"
    title = "Check yourself"
    question = "Six questions: four on this chapter, two on what comes later."
    questions = (
        Question(
            "why_worse",
            "Letters to the customers whom BG/NBD is surest of found half as many later buyers as letters by "
            "lot. Why?",
            (
                Option(
                    "The model did not fit these customers.",
                    False,
                    "The same model with the same four numbers also says how many purchases to expect of "
                    "each, and letters by that list did as well as any.",
                ),
                Option(
                    "Customers of 1997 changed their minds faster than a model can follow.",
                    False,
                    "Whoever was seen last in 1997 was a fine bet for 1998. Nothing in these records was too "
                    "fast for a rule as plain as that.",
                ),
                Option(
                    "It is surest of everybody who bought once, and they seldom come back.",
                    True,
                    "In this model one can leave only after coming back. Who never came back is certainly "
                    "there, and slow. Leave them out, or let the model have people leave at any time, and "
                    "the list beats drawing lots.",
                ),
                Option(
                    "By bad luck in these twelve.",
                    False,
                    "In one round, perhaps. It happened on average over hundreds of rounds, and with every "
                    "way of shuffling that we tried.",
                ),
            ),
        ),
        Question(
            "what_to_ask",
            "A firm offers you a model with forty variables that says whom to write to. What do you ask for "
            "first?",
            (
                Option(
                    "The letters it finds beyond “seen last”, on customers it has not met.",
                    True,
                    "That rule costs one column and a sort, and in this chapter nothing built on receipts "
                    "beat it by much. Elsewhere something may: that is what to ask.",
                ),
                Option(
                    "Which of the forty variables counts most.",
                    False,
                    "A good question for later. A variable can count a lot in a model that finds nobody new.",
                ),
                Option(
                    "How sure it is of each customer.",
                    False,
                    "You have just seen a model that was entirely sure, of the wrong people.",
                ),
                Option(
                    "How well it fits the customers you have.",
                    False,
                    "Forty variables fit the past of any file, its accidents included. The question is what "
                    "they find in people it has not seen.",
                ),
            ),
        ),
        Question(
            "cheaper_stamp",
            "A letter becomes an e-mail: it costs a tenth, and what it earns is the same. What changes?",
            (
                Option(
                    "The ranking: cheap messages suit other customers than dear ones.",
                    False,
                    "Who is likelier to come back does not depend on the price of a stamp.",
                ),
                Option(
                    "How far down the list you go.",
                    True,
                    "The next customer is worth a message as long as what it earns there is more than it "
                    "costs. What it costs should include annoying people, which is not on the postage meter.",
                ),
                Option(
                    "Nothing, if the budget is spent anyway.",
                    False,
                    "Then you write to ten times as many because you can. Whether the last of them is worth "
                    "a message is the question that a budget lets you forget.",
                ),
            ),
        ),
        Question(
            "the_ear",
            "Your receipts put 78 of 100 pairs in the right order. Your best clerk, on talk alone, manages "
            "60 and feels like 85. What do you do with her notes?",
            (
                Option(
                    "Let her decide: she has met the customers.",
                    False,
                    "Then 60 takes the place of 78. Having met somebody feels like knowing them, and that "
                    "feeling is what the second slider is about.",
                ),
                Option(
                    "Let receipts and notes count the same.",
                    False,
                    "Equal weight is more than 60 deserves beside 78. Weak talk that is believed costs "
                    "letters.",
                ),
                Option(
                    "Throw them away: talk is noise.",
                    False,
                    "60 is better than a coin. And what she hears may be worth more for something else: what "
                    "to offer, or what went wrong.",
                ),
                Option(
                    "Give them the small weight that 60 earns, and keep count of how often she is right.",
                    True,
                    "Trusted for what it is worth, weak talk does no harm and hardly any good. And only a "
                    "count will tell whether it is 60 or 85.",
                ),
            ),
        ),
        Question(
            "found_or_brought",
            "Looking ahead to “Tactical marketing”: you write to the best third by RFV, and 57 in 100 of "
            "them buy. What did the letters do?",
            (
                Option(
                    "They sold to 57 in 100.",
                    False,
                    "In the records of this chapter 57 in 100 of the best third bought, and nothing says "
                    "that anybody wrote to them.",
                ),
                Option(
                    "They sold to the 28 in 100 by which 57 beats the 29 of a lottery.",
                    False,
                    "That is what the ranking did: it found people who buy more. What the letter did is "
                    "another difference, between them and people like them without a letter.",
                ),
                Option(
                    "Nobody can say without some of that third who got none.",
                    True,
                    "Leave out some of them by lot, and compare. The chapter on tactical marketing does.",
                ),
            ),
        ),
        Question(
            "three_in_five",
            "Looking ahead to “Questions your CRM cannot answer”: after 39 weeks three in five of these "
            "customers have bought once. What may the report say?",
            (
                Option(
                    "“Three in five never come back.”",
                    False,
                    "“Never” is a long word for 39 weeks. About 14 in 100 of them bought in the next 39.",
                ),
                Option(
                    "“Three in five have not come back within the time that we watched.”",
                    True,
                    "It names the time, and leaves the case open. The other chapter has a curve for just "
                    "this.",
                ),
                Option(
                    "“Three in five are lost and have to be won back.”",
                    False,
                    "Whether they are lost is what nobody knows, and whether a letter wins them is a second "
                    "thing that nobody knows.",
                ),
            ),
        ),
    )
