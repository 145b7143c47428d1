"""*Check yourself* of *Four boxes*: four new questions, two on *Questions your CRM cannot answer*."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckFourBoxes(Quiz):
    """Six questions."""

    slug = "check-four-boxes"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "one-survey",
            "A bank surveys its customers, with their consent. A clerk calls everybody who is unhappy; the "
            "same answers, added up, decide the opening hours. Which box is the survey in?",
            (
                Option(
                    "Strategic marketing, because it is a survey",
                    False,
                    "The tool does not choose the box. And those who answered are customers already.",
                ),
                Option(
                    "Tactical CX, because unhappy customers are called",
                    False,
                    "The calls are. The opening hours change for everybody, and nobody is called about them.",
                ),
                Option(
                    "Two: the calls are tactical CX, the opening hours experience design",
                    True,
                    "One survey, two uses, two boxes. Sort what is done with the answers.",
                ),
                Option(
                    "None until we know which department pays",
                    False,
                    "Who pays tells you about the budget. The box follows from whom it serves, and when.",
                ),
            ),
        ),
        Question(
            "ski-and-trek",
            "A travel agency writes to last winter’s ski guests about a summer trek, each with a date that "
            "fits. Why can one argue about its box?",
            (
                Option(
                    "They are customers for skis and prospects for the trek",
                    True,
                    "The grid’s vertical line is drawn for one purchase. Whoever has bought one thing and "
                    "may buy another stands on both sides of it.",
                ),
                Option(
                    "An email goes to many people, so it may be strategic",
                    False,
                    "Many emails, each with its own date, are many tactical acts. Size does not make a "
                    "strategy.",
                ),
                Option(
                    "Ski guests are a segment, and segments are strategic",
                    False,
                    "Choosing a segment to serve is strategic. Here a list of names comes out.",
                ),
                Option(
                    "One cannot: an email with an offer is always tactical marketing",
                    False,
                    "Often it is. An email that helps a guest who booked the wrong week is not: the tool "
                    "does not choose the box.",
                ),
            ),
        ),
        Question(
            "where-is-my-parcel",
            "A support team answers four hundred “where is my parcel?” calls a week, each within two "
            "minutes. What would the outer loop do?",
            (
                Option(
                    "Answer within one minute",
                    False,
                    "A faster inner loop is still the inner loop: four hundred calls, and next week four "
                    "hundred.",
                ),
                Option(
                    "Send every caller a voucher",
                    False,
                    "One at a time again, and it pays people to call.",
                ),
                Option(
                    "Ask the callers how satisfied they were with the call",
                    False,
                    "They may be delighted with the call that they should not have needed.",
                ),
                Option(
                    "Show the parcel’s way in the shipping email, and count whether the calls fall",
                    True,
                    "It goes for the cause, once, for everybody, and it counts before and after. Without "
                    "the count it would be a hope.",
                ),
            ),
        ),
        Question(
            "met-none",
            "Say one company in three is good at each of four jobs. Somebody looks closely at thirty "
            "companies, drawn by lot, and none is good at all four. What follows?",
            (
                Option(
                    "Silos keep companies from doing all four",
                    False,
                    "They may. But by chance alone there would be none seven times out of ten, so this "
                    "observation cannot tell silos from chance.",
                ),
                Option(
                    "Strengths do not come in large bundles",
                    True,
                    "If half of all companies were good at everything or nothing, one would almost surely "
                    "have been among the thirty. That much can be ruled out.",
                ),
                Option(
                    "Nothing at all",
                    False,
                    "Something does follow: a world in which half the companies are good at everything or "
                    "at nothing would have looked different.",
                ),
                Option(
                    "Fewer than one company in thirty does all four",
                    False,
                    "If one in thirty did, there would still be none more than one time in three.",
                ),
            ),
        ),
        Question(
            "slower-customers",
            "Looking back at “Questions your CRM cannot answer”: a report says that those who joined this "
            "spring took 74 days on average to a fourth purchase. Half a year later it says 151, for the "
            "same people. What is the likeliest reason?",
            (
                Option(
                    "Customers have become slower",
                    False,
                    "They may have, but the report would say so even if nobody had changed.",
                ),
                Option(
                    "The report watched for longer, and let the slow ones in",
                    True,
                    "An average over those who made it contains only those who had the time to. Watch "
                    "longer, and it grows by itself.",
                ),
                Option(
                    "More of them have made it, so the average is more exact",
                    False,
                    "More of the same kind would make it steadier. They would not double it.",
                ),
                Option(
                    "Somebody made an error in the report",
                    False,
                    "The sum is right. What it is an average of has changed.",
                ),
            ),
        ),
        Question(
            "lower-threshold",
            "Looking back at “Questions your CRM cannot answer”: you lower the score from which two "
            "records count as one person. What happens?",
            (
                Option(
                    "More true pairs are found, and fewer strangers are merged",
                    False,
                    "That would be a free lunch. A lower bar lets in both kinds.",
                ),
                Option(
                    "Fewer true pairs are found, and fewer strangers are merged",
                    False,
                    "This is what raising the threshold does.",
                ),
                Option(
                    "More true pairs are found, and more strangers are merged",
                    True,
                    "Which of the two errors costs more decides where the threshold should be. Tactical "
                    "marketing and tactical CX may well answer differently.",
                ),
                Option(
                    "The view of the customer becomes complete",
                    False,
                    "No threshold makes both errors vanish. It only moves you from one to the other.",
                ),
            ),
        ),
    )
