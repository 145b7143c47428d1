"""*Check yourself* of *Audit and plan*: four new questions, two on earlier chapters."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckAuditAndPlan(Quiz):
    """Six questions."""

    slug = "check-audit-and-plan"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "evidence",
            "A department judges itself at level 3 of 3 on all items, and writes nothing down for any. "
            "What do you do with the profile?",
            (
                Option(
                    "Count it as level 3: they know their work best",
                    False,
                    "They know it best, and are not the best to say how good it is. On average people rate "
                    "themselves above average.",
                ),
                Option(
                    "Throw it away: self-assessment is worthless",
                    False,
                    "It is weak, not worthless. It says where people think they stand, and where to ask.",
                ),
                Option(
                    "Pick one item, and ask to be shown last month’s",
                    True,
                    "A level describes what could be seen. One thing seen says more than twelve that were "
                    "ticked, and tells you how to read the other eleven.",
                ),
                Option(
                    "Compare it with the profile of a department that wrote evidence down",
                    False,
                    "Then modesty looks like weakness. Two profiles can be compared when the same stranger "
                    "has looked at both.",
                ),
            ),
        ),
        Question(
            "spoils",
            "In “Spend 100 points”, the provider’s failures spoil everything for who remembers one, and "
            "all is remembered. Its director spends all on wants. What does the model bring her?",
            (
                Option(
                    "Next to nothing",
                    True,
                    "Nearly everybody remembers a failure, and to them what is wanted is worth nothing. "
                    "Set the spoiling to 0, and the same plan gets more than half of what there is to gain.",
                ),
                Option(
                    "About a third, for wants are one of three parts",
                    False,
                    "The parts are not thirds of anything. Here each works only through the others.",
                ),
                Option(
                    "Customers who stay for love and forgive the rest",
                    False,
                    "That is the world with the slider at 0. Whether it is hers, the model does not say.",
                ),
                Option(
                    "The most there is: nobody else has what she has, and her customers are slow to leave",
                    False,
                    "Slow they are, and yet few who would come for it find it worth coming for.",
                ),
            ),
        ),
        Question(
            "resistance",
            "You want complaints answered by whoever picks up. The head of the back office resists: “They "
            "will promise what we cannot keep.” What is the best first reading?",
            (
                Option(
                    "Fear of losing power, to be waited out",
                    False,
                    "Perhaps. But you have not looked, and the sentence can be checked.",
                ),
                Option(
                    "A reason to explain the vision again, to everybody and with better slides",
                    False,
                    "She understood. She said what would go wrong.",
                ),
                Option(
                    "A sign that she should not be in the room",
                    False,
                    "Then you would hear of the broken promises from customers.",
                ),
                Option(
                    "A test of your plan: look up how often it would happen",
                    True,
                    "Kotter and Schlesinger list, among the reasons why people resist, that they have "
                    "assessed the matter differently; whose assessment is the better one can be counted. "
                    "If it is self-interest, the count shows that too.",
                ),
            ),
        ),
        Question(
            "transform",
            "When does a plan that says “transform” deserve its word, rather than “adapt”?",
            (
                Option(
                    "When the audit’s profile is low in most places",
                    False,
                    "Low levels are mostly work left undone, and adapting is doing it.",
                ),
                Option(
                    "When the best that today’s set-up can do would still not be what people want",
                    True,
                    "Then getting better at it is getting better at the wrong thing. It is a claim about "
                    "customers, so it can be tested on a few before the firm is turned over.",
                ),
                Option(
                    "When a new technology is about to change the whole market, and rivals have it already",
                    False,
                    "That may be so, and says nothing on what your customers lack. “The cart before the "
                    "horse” was about buying first.",
                ),
                Option(
                    "Always: adapting is for the timid",
                    False,
                    "The essay has it the other way round: who must transform was in trouble long before.",
                ),
            ),
        ),
        Question(
            "calibration",
            "Looking back at “One number”: last quarter’s score was 25, this one’s is 29, from 100 answers "
            "each. In your plan’s memo, what belongs beside the 29?",
            (
                Option(
                    "An arrow pointing up",
                    False,
                    "With 100 answers, luck alone moves such a score by more than that in many quarters.",
                ),
                Option(
                    "The industry’s average",
                    False,
                    "It would make the 29 look like a fact. How sure it is comes first.",
                ),
                Option(
                    "Its interval, which is wider than the change",
                    True,
                    "A number without how sure one can be invites a story. From 100 answers the interval "
                    "reaches about 15 points to either side.",
                ),
                Option(
                    "Nothing: a memo to a boss must be short",
                    False,
                    "Five words more. They save the boss from praising the weather.",
                ),
            ),
        ),
        Question(
            "memory",
            "Looking back at “Segment until it breaks”: your plan has nine moves, one for each segment, "
            "and none is measured. What is to be feared at the counter?",
            (
                Option(
                    "Some are done, whichever come to mind",
                    True,
                    "Nobody can be counted on to have nine in mind in front of a waiting line; how many it "
                    "is, nobody has measured. Better you choose which than chance.",
                ),
                Option(
                    "All nine are done, if they are in the handbook",
                    False,
                    "The handbook is in the back office, and the customer is here.",
                ),
                Option(
                    "None, out of protest",
                    False,
                    "Nobody needs to protest against what they have forgotten.",
                ),
                Option(
                    "The nine are done by turns, in order to be seen",
                    False,
                    "By whom? Nothing is measured here. What is measured gets done, sometimes for the "
                    "measure’s sake: that was another chapter’s trouble.",
                ),
            ),
        ),
    )
