"""*Check yourself* of *Segment until it breaks*: four new questions, two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckSegmentUntilItBreaks(Quiz):
    """Six questions."""

    slug = "check-segment-until-it-breaks"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "best-cells",
            "An agency divides your customers into 400 cells. The best 20 cells answered four times as "
            "often as the average. What do you ask for first?",
            (
                Option(
                    "A plan to write to those 20 cells before rivals do",
                    False,
                    "Some of the lead is luck, and you do not know how much. A plan can wait a week.",
                ),
                Option(
                    "How the same 20 did where nobody had chosen them",
                    True,
                    "That is the figure which luck has not been picked for. It costs a half that you hold "
                    "back.",
                ),
                Option(
                    "A finer division, since the first one found so much",
                    False,
                    "A finer one will find more, whether or not there is anything to find.",
                ),
                Option(
                    "Proof that the difference between the cells is larger than chance",
                    False,
                    "That some difference is real does not say which cells have it, nor how much of theirs.",
                ),
            ),
        ),
        Question(
            "one-more-trait",
            "The club adds a trait to its cells. In the half that chooses, the best 30 in 100 answer better "
            "than before. What happens in the other half?",
            (
                Option(
                    "They answer better there, too, if a little less so",
                    False,
                    "Sometimes. With the third trait of this chapter they answered worse.",
                ),
                Option(
                    "They answer worse, because more cells are always worse",
                    False,
                    "Not always. Adding gender to the first three made more cells and helped a little.",
                ),
                Option(
                    "Either, and the choosing half cannot tell you which",
                    True,
                    "There it looks better each time. Whether the trait tells more than its cells cost "
                    "shows only where nobody chose.",
                ),
                Option(
                    "Nothing, because both halves were drawn by lot",
                    False,
                    "The lots make the halves alike. They do not make luck repeat itself.",
                ),
            ),
        ),
        Question(
            "stable",
            "A cluster program finds four kinds of customers, and finds the same four in every new sample. "
            "What have you learned?",
            (
                Option(
                    "That the recipe gives the same answer again on such data",
                    True,
                    "You need that before anything else. Even points without any groups can be cut into "
                    "four in the same way every time.",
                ),
                Option(
                    "That there are four kinds of customers",
                    False,
                    "The four came back among points that we had scattered evenly, too.",
                ),
                Option(
                    "That four is the best number of segments for your business",
                    False,
                    "Nothing about your business went in: neither what a segment costs nor what it would "
                    "buy.",
                ),
                Option(
                    "Nothing at all, since clusters are always artificial",
                    False,
                    "You know that it is not a matter of who happened to be in the sample. That is "
                    "something.",
                ),
            ),
        ),
        Question(
            "twice-as-large",
            "A chain with 20,000 customers does best with eight segments, which its people in the shops can "
            "just about remember. It grows to a million. What changes?",
            (
                Option(
                    "Nothing, because people are people",
                    False,
                    "Two things change: the test sees small segments clearly, and a segment’s cost is "
                    "shared by more customers.",
                ),
                Option(
                    "It should have some 400 segments: fifty times the customers, fifty times the segments",
                    False,
                    "Even on paper the best number grows far more slowly, since further questions tell less.",
                ),
                Option(
                    "Fewer are needed, because a large company should keep things simple",
                    False,
                    "That is a taste. In the model the size of the company pays for more segments, not "
                    "fewer.",
                ),
                Option(
                    "On paper more segments pay now; what the shops can carry out stays as it was",
                    True,
                    "Data and money grow with customers. Memory does not, so more segments pay where "
                    "machines carry them out.",
                ),
            ),
        ),
        Question(
            "likeliest-cell",
            "Looking back at “Tactical marketing”: a cell answers well, in the half that chose and in the "
            "other. Should it get the letter?",
            (
                Option(
                    "Yes, this is what the other half is for",
                    False,
                    "The other half shows that they buy. It does not show that they buy because of the "
                    "letter.",
                ),
                Option(
                    "No, good cells never need a letter",
                    False,
                    "Some do. Where hardly anybody buys unasked, most answers are owed to the letter.",
                ),
                Option(
                    "That depends on how many of them would have bought anyway",
                    True,
                    "For which some of the cell have to be left out by lot. Two halves that both got the "
                    "letter cannot tell.",
                ),
                Option(
                    "Only if the cell is large",
                    False,
                    "Size makes its figure surer. It is still the figure of who buys, not of whom a letter "
                    "moves.",
                ),
            ),
        ),
        Question(
            "late-airport",
            "Looking back at “Experience design”: a flight record shows that some destinations have most "
            "of the late arrivals. Which sentence is the same mistake as in this chapter?",
            (
                Option(
                    "“Those destinations have most flights, so they have most late ones”",
                    False,
                    "That is the right objection: a count is not a rate.",
                ),
                Option(
                    "“This small airport had the worst rate of all 105, so that is where to begin”",
                    True,
                    "The worst of many small cells is mostly the unluckiest. Look how it does next year, "
                    "before you send anybody.",
                ),
                Option(
                    "“The rate rises in the evening, so the evening is the cause”",
                    False,
                    "A mistake, but another one: where trouble surfaces is taken for where it begins.",
                ),
                Option(
                    "“Somebody should go and look”",
                    False,
                    "No mistake at all.",
                ),
            ),
        ),
    )
