"""*Check yourself* of *What is a customer worth?*: four new questions, and two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckWhatIsACustomerWorth(Quiz):
    """Six questions."""

    slug = "check-what-is-a-customer-worth"
    title = "Check yourself"
    question = "Six questions: four on this chapter, two on the chapters before it."
    questions = (
        Question(
            "furnace",
            "People buy a furnace every 15 years, and the maker earns $600 on it. A loyalty club would cost "
            "$40 a customer today and make 10 more of 100 come back. Money put elsewhere grows by 8% a year. "
            "Is the club paid back?",
            (
                Option(
                    "Yes: 10 of 100 times $600 is $60 a customer, for $40.",
                    False,
                    "The $60 arrives in 15 years. Today one need put aside only $19 to have as much by then.",
                ),
                Option(
                    "No, whatever share comes back today.",
                    True,
                    "The first $60 is worth $19 today. The later gains make it about $20 in all if nobody "
                    "comes back today, and less than $39 if 90 of 100 do: never $40.",
                ),
                Option(
                    "It depends on how many come back today.",
                    False,
                    "How much it brings depends on that: twice as much if 90 of 100 come back as if none "
                    "does. But even the most is less than $39. With short cycles the share weighs far more.",
                ),
            ),
        ),
        Question(
            "points",
            "A café hands out points for three months, and visits rise by 30%. Which number says whether the "
            "points have won anything?",
            (
                Option(
                    "The rise itself: without points there would have been no such visits.",
                    False,
                    "In that month. Some of them may be visits of next month, made early. While the points "
                    "last, both kinds look the same.",
                ),
                Option(
                    "How many customers signed up for the points.",
                    False,
                    "Those who come anyway gain most by signing up. Points for them cost money and win "
                    "nothing.",
                ),
                Option(
                    "Visits during the points and well after, beside similar customers who got none.",
                    True,
                    "Moved visits go missing later, won ones do not. The customers without points say how "
                    "many there would have been: visits alone may hide a dip behind a new habit.",
                ),
            ),
        ),
        Question(
            "repeat",
            "In a supermarket's file of four brands 86% of yogurt purchases are of the brand that the "
            "household bought last. What do you learn about loyalty?",
            (
                Option(
                    "Not much, until you know what the share would be if the order did not matter.",
                    True,
                    "Shuffle each household's purchases: 74% are left, because households have favorites. "
                    "Whatever the order adds is on top of that. And favorites may come from price, habit or "
                    "the shelf.",
                ),
                Option(
                    "That 86% of households are loyal.",
                    False,
                    "The share counts purchases, not households, and most households buy several brands.",
                ),
                Option(
                    "That 14% of customers are lost at each purchase, so the average one stays for seven.",
                    False,
                    "A household that buys another brand is not lost: in these diaries nearly two in three "
                    "later go back to the one they left.",
                ),
            ),
        ),
        Question(
            "quiet",
            "Two customers of the music shop have been silent for 30 days. One has bought once, the other "
            "seven times. About whom should you worry more?",
            (
                Option(
                    "About the one of seven purchases: she has more to lose.",
                    False,
                    "There is more to lose, if she has gone. But of customers like her most buy again within "
                    "half a year, called or not.",
                ),
                Option(
                    "About both alike: 30 days are 30 days.",
                    False,
                    "The same silence means different things: after a first purchase about three in four are "
                    "gone, after the fourth or a later one about one in four.",
                ),
                Option(
                    "Of the one who bought once it is likelier that she has gone.",
                    True,
                    "About three in four such customers buy nothing in the next 180 days. Whether a call "
                    "pays is another question: what is she worth, and how many like her can be won back?",
                ),
            ),
        ),
        Question(
            "stars",
            "Looking back at “The shopkeeper’s memory”: your best fifth of customers spent 63% of the money "
            "in nine months. What do you expect of the same people in the next nine?",
            (
                Option(
                    "Much less than 63%, because luck had put them at the top.",
                    False,
                    "Luck had put some of them there: at CDNOW, 40% of them bought nothing in those nine "
                    "months. Yet together they spent 66% of the new money.",
                ),
                Option(
                    "About as much of it as a group, and from many of them nothing.",
                    True,
                    "At CDNOW it was 66% of the money, and nothing from 40% of them; half of the new best "
                    "fifth had not been in the old one. What a group is worth one can say better than what "
                    "one of its members is.",
                ),
                Option(
                    "About as much from each of them.",
                    False,
                    "That is how a list of best customers is read, and half of its names are others nine "
                    "months later.",
                ),
            ),
        ),
        Question(
            "dates",
            "Looking back at “A history with receipts”: one essay dates the beginning of CRM to the 1980s, "
            "another to the late 1990s. Who is right?",
            (
                Option(
                    "Both can be: the databases came first, the name later.",
                    True,
                    "Customer databases were put to use in the 1980s; the name is in use from the 1990s on, "
                    "and who coined it is disputed. Ask what is being dated.",
                ),
                Option(
                    "The first: whoever sold to customers one at a time did CRM.",
                    False,
                    "Then so did every shopkeeper, and the word means nothing.",
                ),
                Option(
                    "The second: before there was a name there was no such thing.",
                    False,
                    "Things are often done before somebody sells them under a name.",
                ),
            ),
        ),
    )
