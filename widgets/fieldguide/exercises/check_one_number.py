"""*Check yourself* of *One number*: four new questions, two on earlier chapters."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckOneNumber(Quiz):
    """Six questions."""

    slug = "check-one-number"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "hotel",
            "Last quarter a hotel’s score was 33: of 100 answers 50 were promoters’ and 17 detractors’. This "
            "quarter, from 100 answers again, it is 39. The owner asks what worked. What do you say first?",
            (
                Option(
                    "The new breakfast, which began this quarter",
                    False,
                    "It may have. But something begins in every quarter, and every rise finds its father.",
                ),
                Option(
                    "Perhaps nothing: luck alone does that more than one quarter in four",
                    True,
                    "With 100 such answers in each quarter a rise of 6 or more comes by luck about 30 times "
                    "in 100. Wait, or ask many more guests, before you give breakfast a medal.",
                ),
                Option(
                    "Nothing that counts: scores below 50 mean little",
                    False,
                    "No line at 50 divides meaning from noise. How many answered does, and how they are "
                    "spread.",
                ),
                Option(
                    "Whatever it was, six points are more than the margin of error",
                    False,
                    "The margin of one such score is about 15 points, and a difference of two has a wider "
                    "one.",
                ),
            ),
        ),
        Question(
            "hotline",
            "At a hotline the agent decides, at the end of a call, whether the caller hears “please stay on "
            "for a short survey”. From next month the score pays a bonus. What will probably move first?",
            (
                Option(
                    "How well calls are handled, for that is what the score measures",
                    False,
                    "In time it may. It is the slowest of the things that the agent can move.",
                ),
                Option(
                    "How many callers there are",
                    False,
                    "Nothing about the bonus makes anybody call, or not call.",
                ),
                Option(
                    "Who hears the invitation",
                    True,
                    "It is free, it works at once, and nobody sees it: choosing who is asked. Let a machine "
                    "choose, by lot.",
                ),
                Option(
                    "The callers’ honesty",
                    False,
                    "Begging for tens might bend it, and takes a conversation. Leaving out the angry takes "
                    "none.",
                ),
            ),
        ),
        Question(
            "last-quarter",
            "In “Run the dealership” an outsider collects every answer, and the bonus hangs on this year’s "
            "score alone. Why does the best play still leave the last quarter without repairs?",
            (
                Option(
                    "Because a repair made then is felt when the bonus has been counted",
                    True,
                    "The outsider closes the door to tricks. The end of the year is another door: let part "
                    "of the bonus wait, or have repairs felt at once, and the last quarter is used.",
                ),
                Option(
                    "Because by then there is nothing left to repair",
                    False,
                    "After three quarters of fixing, some 13 of 100 visits still go wrong. There is plenty.",
                ),
                Option(
                    "Because coached customers still give higher scores, whoever is asking them",
                    False,
                    "Not to the outsider, whose answers nobody has coached.",
                ),
                Option(
                    "Because of luck in that year’s answers",
                    False,
                    "The map shows averages over luck. It is the bonus, not the year.",
                ),
            ),
        ),
        Question(
            "growth",
            "What did Keiningham and colleagues find in 2007 about net promoter scores and growth?",
            (
                Option(
                    "That scores and growth have nothing to do with each other",
                    False,
                    "They did not claim that. To say “not clearly better than others” is to say less.",
                ),
                Option(
                    "That firms with high scores shrink, because such scores are begged for",
                    False,
                    "Their study was not about gaming, and found no such thing.",
                ),
                Option(
                    "That it is the one number you need to grow",
                    False,
                    "That was the claim of 2003, which they put to the test.",
                ),
                Option(
                    "No clear superiority over other measures of satisfaction and loyalty",
                    True,
                    "They used 21 firms and more than 15,500 interviews, in industries that had been named "
                    "as examples, and could not repeat what had been claimed.",
                ),
            ),
        ),
        Question(
            "left-out",
            "Looking back at “Questions your CRM cannot answer”: the average days to a fourth purchase, over "
            "those who have made one. What does it share with a survey that leaves out the angry?",
            (
                Option(
                    "Both are too small to be trusted",
                    False,
                    "Over five thousand customers were in that average. Size does not mend who is missing.",
                ),
                Option(
                    "Both are averages over whoever got in, and those left out differ",
                    True,
                    "The slow were missing there, the angry are missing here. The arithmetic is right both "
                    "times, and answers a question about somebody else.",
                ),
                Option(
                    "Both were bent on purpose",
                    False,
                    "Nobody bent the average; it leaves out the slow all by itself. A survey can be bent on "
                    "purpose or by itself.",
                ),
                Option(
                    "Both can be repaired by a Kaplan–Meier curve",
                    False,
                    "That counts people for as long as they were watched. Who was never asked has not been "
                    "watched at all.",
                ),
            ),
        ),
        Question(
            "which-box",
            "Looking back at “Four boxes”: a quarter of fixing the service makes all later visits better. "
            "Which box is it in?",
            (
                Option(
                    "Tactical CX, because something that has gone wrong is put right",
                    False,
                    "Putting one customer’s visit right would be. Here the thing that kept going wrong "
                    "stops.",
                ),
                Option(
                    "Strategic marketing, because it serves everybody",
                    False,
                    "It does serve everybody, but after they buy. Strategic marketing asks what people want "
                    "who have not bought yet.",
                ),
                Option(
                    "Experience design: changed once, for everybody, after they buy",
                    True,
                    "What comes out is no list of names but a change. And like much of that box it is felt "
                    "late, which is just what a bonus on this year’s score does not pay for.",
                ),
                Option(
                    "None: it is operations",
                    False,
                    "That is a department. The grid asks what is done, and for whom.",
                ),
            ),
        ),
    )
