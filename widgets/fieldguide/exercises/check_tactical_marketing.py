"""*Check yourself* of *Tactical marketing*: four new questions, two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckTacticalMarketing(Quiz):
    """Six questions."""

    slug = "check-tactical-marketing"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "what-came-back",
            "10,000 people got a letter and 160 of them bought. Of 1,000 more, held out by lot, 6 bought. A "
            "sale leaves $35, a letter costs $0.50. What is your best estimate of the ROI?",
            (
                Option(
                    "+12%: 160 sales at $35 are $5,600, for $5,000 of letters",
                    False,
                    "This counts everybody who got a letter and bought. 6 in 1,000 buy without one, so "
                    "about 60 of the 160 would have bought anyway.",
                ),
                Option(
                    "+8%: 160 less the 6 who bought without a letter are 154 sales",
                    False,
                    "The 6 are of 1,000 people and the 160 of 10,000. Compare shares, not counts.",
                ),
                Option(
                    "−30%: 10 more in 1,000 bought, which is 100 extra sales, or $3,500",
                    True,
                    "16 in 1,000 against 6 in 1,000 leaves 10 that the letter made. $3,500 for $5,000 of "
                    "letters. The interval around it is wide, and belongs into the report.",
                ),
                Option(
                    "None can be given, because nobody knows why the 6 bought",
                    False,
                    "Nobody needs to. By lot, the two groups are alike in their reasons; only the letter "
                    "differs.",
                ),
            ),
        ),
        Question(
            "who-gets-the-coupon",
            "A coupon pays where it raises the chance of buying by more than 7 points. Who should get one?",
            (
                Option(
                    "The one whose chance it raises from 3% to 12%",
                    True,
                    "Nine points are more than seven. Most such people will not buy, coupon or not, and on a "
                    "report of responses this list looks poor.",
                ),
                Option(
                    "The one whose chance it raises from 80% to 84%",
                    False,
                    "Four points. Of 25 such people 21 buy with a coupon, and 20 of them would have bought "
                    "without.",
                ),
                Option(
                    "The one who buys with a chance of 95% either way",
                    False,
                    "The surest customer on the list, and the coupon changes nothing.",
                ),
                Option(
                    "Everybody whose chance of buying is above 7%",
                    False,
                    "The threshold is for what the coupon changes. Somebody at 80% passes a test that asks "
                    "the wrong question.",
                ),
            ),
        ),
        Question(
            "the-small-holdout",
            "Fifty people were held out of a mailing to 5,000. The interval goes from −55 to +20 extra "
            "sales per 1,000. What do you report?",
            (
                Option(
                    "The mailing did nothing",
                    False,
                    "Not having seen an effect is not having seen that there is none. +15 per 1,000, a very "
                    "good mailing, lies within the interval, too.",
                ),
                Option(
                    "The mailing drove people away, because most of the interval is negative",
                    False,
                    "0 and positive values fit these numbers as well. How much of the interval lies on "
                    "which side is no vote.",
                ),
                Option(
                    "The middle of the interval, which is the best estimate",
                    False,
                    "It is not even the estimate: this interval is not symmetrical. And a single number "
                    "would hide that anything from a disaster to a triumph fits.",
                ),
                Option(
                    "Too few were held out to say; next time hold out more",
                    True,
                    "True, useful, and rarely printed. A larger holdout costs some sales if the mailing "
                    "works, and saves money if it does not.",
                ),
            ),
        ),
        Question(
            "mailed-and-not",
            "Households that a grocer mailed spent four times as much that year as those it did not mail. "
            "What would you look at first?",
            (
                Option(
                    "What the mail cost a household",
                    False,
                    "You will need that for an ROI. First find out whether there is a return to divide.",
                ),
                Option(
                    "What the two groups had spent before the first mail",
                    True,
                    "If the gap was there before, the mail did not make it. It is a look that takes an "
                    "afternoon, and it can only unmask a comparison: passing it proves nothing.",
                ),
                Option(
                    "Whether the difference is larger than luck would make it",
                    False,
                    "It surely is, and that does not help: the interval around a biased comparison is "
                    "narrow, and in the wrong place.",
                ),
                Option(
                    "Which of the campaigns had the highest response",
                    False,
                    "The one sent to the best customers, probably. Response is what would have happened "
                    "anyway, plus the effect.",
                ),
            ),
        ),
        Question(
            "ranked-by-alive",
            "Looking back at “Questions your CRM cannot answer”: somebody wants to mail the customers with "
            "the highest P(alive) in a BG/NBD model. Whom does that put first?",
            (
                Option(
                    "Those who have bought most",
                    False,
                    "Frequent buyers who pause look doubtful to the model, so they are not first.",
                ),
                Option(
                    "Those who are about to leave",
                    False,
                    "Those have a low P(alive), if the model is right about them.",
                ),
                Option(
                    "Those who bought once, of whom it is 1",
                    True,
                    "The model’s coin is first tossed after a repeat purchase. Rank by expected purchases "
                    "instead; and for a mailing, by what the mailing changes about them.",
                ),
                Option(
                    "Those whom the mailing would win back",
                    False,
                    "No model of purchases alone knows that. It takes people who were mailed and people who "
                    "were not.",
                ),
            ),
        ),
        Question(
            "forty-thousand-coupons",
            "Looking back at “Four boxes”: the database predicts who will move house, and forty thousand "
            "coupons for boxes go out. Is that strategic marketing?",
            (
                Option(
                    "Yes, because of the size of the campaign",
                    False,
                    "Forty thousand times one person and one offer. Size does not make it strategic.",
                ),
                Option(
                    "No: what comes out is a list of names",
                    True,
                    "One person at a time is tactical. Why movers should prefer you at all is the strategic "
                    "question, and the list does not answer it.",
                ),
                Option(
                    "Yes, because predictions are about the future",
                    False,
                    "So is every appointment. The question is whether one person gets an answer, or all do.",
                ),
                Option(
                    "No, because moving customers are customers already",
                    False,
                    "They may be, and for boxes they may still be prospects. That is the other line of the "
                    "grid.",
                ),
            ),
        ),
    )
