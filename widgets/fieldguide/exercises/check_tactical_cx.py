"""*Check yourself* of *Tactical CX*: four new questions, two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckTacticalCx(Quiz):
    """Six questions."""

    slug = "check-tactical-cx"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "busier-desk",
            "A desk takes its cases in turn and promises to begin within the hour. On average its people are "
            "71% busy, and customers are pleased. The company starts a survey; now they are 100% busy. What "
            "should it expect?",
            (
                Option(
                    "The same share in time, since nobody is overloaded",
                    False,
                    "On average nobody is. But cases come in bunches, and mornings are busier than evenings: "
                    "a desk without spare minutes never catches up.",
                ),
                Option(
                    "About 40% more customers answered in time, as the desk now works 40% more",
                    False,
                    "It answers more. In time is another matter: the extra work is done by letting everybody "
                    "wait.",
                ),
                Option(
                    "A smaller share in time, but surely more in number",
                    False,
                    "A smaller share, yes. In the desk of this chapter the number falls as well.",
                ),
                Option(
                    "Perhaps fewer answered in time than before it asked",
                    True,
                    "Taken in turn, each late case makes the next one late. Where that begins depends on the "
                    "promise and on the shape of the day.",
                ),
            ),
        ),
        Question(
            "what-order-does",
            "An overloaded desk stops taking cases in turn and takes first whatever can still be answered in "
            "time. What changes?",
            (
                Option(
                    "It answers more cases in a day",
                    False,
                    "Nobody works faster. Those begun on are as many as before, and as many still wait at "
                    "closing.",
                ),
                Option(
                    "More promises are kept, and some wait very long",
                    True,
                    "An order makes no minutes. It chooses who waits, and it stops spending minutes on "
                    "promises that are broken already.",
                ),
                Option(
                    "The average wait gets shorter",
                    False,
                    "Count everybody until the last one is answered, and it stays what it was: what one case "
                    "gains another loses. It would change only if short cases went first.",
                ),
                Option(
                    "Nothing; only more people help an overloaded desk",
                    False,
                    "They help most. But in this chapter’s desk the order alone tripled the promises kept.",
                ),
            ),
        ),
        Question(
            "quota",
            "Agents get a quota on calls, and the calls handled per day go up by a fifth. What do you know?",
            (
                Option(
                    "Too little: a call that comes back counts twice",
                    True,
                    "The count rises when agents become quicker and when they send people away unhelped. Ask "
                    "how many customers called once.",
                ),
                Option(
                    "A fifth more customers were helped",
                    False,
                    "Calls are not customers. Some of the new calls may be the old ones again.",
                ),
                Option(
                    "The quota does harm, as quotas on service always do",
                    False,
                    "Not always. A full desk where few problems come back keeps more promises with it.",
                ),
                Option(
                    "The desk was underworked before",
                    False,
                    "It may have been overworked. The count of calls looks alike in both cases.",
                ),
            ),
        ),
        Question(
            "two-desks",
            "Two desks of three people, with the same kind of cases and each 80% busy, are merged into one "
            "of six with all the cases. Everything else stays as it was. What happens to waits?",
            (
                Option(
                    "They stay the same, because everybody is as busy as before",
                    False,
                    "As busy, yes. But nobody sits idle any more while the other desk has a line.",
                ),
                Option(
                    "They get longer, because the line is longer",
                    False,
                    "It may look longer. Six people work it off.",
                ),
                Option(
                    "They get shorter",
                    True,
                    "One line, six people: chance evens out. It is why large desks can run fuller, and why "
                    "small teams need more slack than their averages say.",
                ),
                Option(
                    "Nobody can tell without the handling times of each person",
                    False,
                    "It would be more exact. Where cases are of one kind and everybody can do them, the "
                    "direction is sure. Short cases that fall in line behind long ones are another matter.",
                ),
            ),
        ),
        Question(
            "survey-box",
            "Looking back at “Four boxes”: a survey’s answers come in. Which use of them is experience "
            "design?",
            (
                Option(
                    "A clerk calls everybody who had a wrong bill",
                    False,
                    "Names come out, one at a time, after the purchase: that is tactical CX, this chapter’s "
                    "box.",
                ),
                Option(
                    "Somebody asks why bills are wrong, and changes how they are made",
                    True,
                    "A rule comes out that holds for everybody: the outer loop. It also makes the clerk’s "
                    "list shorter next month.",
                ),
                Option(
                    "Unhappy customers get a voucher for their next order",
                    False,
                    "One at a time again, and it leaves the bills as they are.",
                ),
                Option(
                    "Whoever recommends the firm is asked for a friend’s address",
                    False,
                    "Names of people who might buy: that is tactical marketing, with a survey as its tool.",
                ),
            ),
        ),
        Question(
            "average-of-answered",
            "Looking back at “Questions your CRM cannot answer”: a desk reports the average wait of all "
            "cases answered so far today. At noon 60 cases still wait. What is wrong with the average?",
            (
                Option(
                    "It leaves out those who have waited longest, or may yet",
                    True,
                    "It is the fourth purchase again: only those who got there are in the average. The "
                    "others have waited some minutes, and more are to come.",
                ),
                Option(
                    "Nothing; unanswered cases have no wait yet",
                    False,
                    "They have: so far. Watching has stopped before their wait ended, which is called "
                    "censoring.",
                ),
                Option(
                    "It should be a median",
                    False,
                    "A median of the same cases leaves out the same people.",
                ),
                Option(
                    "Sixty cases are too few to matter",
                    False,
                    "If a hundred were answered, they are more than a third of everybody, and not a third "
                    "picked by lot.",
                ),
            ),
        ),
    )
