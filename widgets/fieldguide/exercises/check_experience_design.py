"""Check yourself, *Experience design*: four questions on the outer loop, and two that look back."""

from fieldguide.kinds.quiz import Option, Question, Quiz


class CheckExperienceDesign(Quiz):
    """Six questions; every option says why it is right or wrong."""

    slug = "check-experience-design"
    title = "Check yourself"
    question = "Six questions. Every option has its own explanation."
    questions = (
        Question(
            "no-more-cases",
            "A director stops handling complaints and puts the whole budget into redesigns. In “Two loops, "
            "one budget” that does more harm than spending a twentieth on cases. Why?",
            (
                Option(
                    "Customers whose complaints are handled buy more",
                    False,
                    "Perhaps they do, but it is not what makes the difference here: a twentieth of the "
                    "budget handles one case in twenty.",
                ),
                Option(
                    "Nobody knows any more which causes are big",
                    True,
                    "The few cases that are handled are the outer loop’s eyes. Without them each redesign "
                    "goes for any cause, and most causes are small.",
                ),
                Option(
                    "Redesigns fail more often when there are many at once",
                    False,
                    "They might in life. In the model the odds are the same, however many are under way.",
                ),
                Option(
                    "The whole budget is too much for so few causes",
                    False,
                    "There are 25 causes, and money for about as many redesigns. They go for the wrong ones "
                    "first.",
                ),
            ),
        ),
        Question(
            "pareto",
            "A chart shows that 20% of your branches have 60% of the complaints. What do you want to know "
            "next?",
            (
                Option(
                    "Which share of the customers those branches have",
                    True,
                    "If it is about 60% as well, the chart shows where your customers are. A cause raises "
                    "the complaints per customer, not only their number.",
                ),
                Option(
                    "Who manages those branches",
                    False,
                    "That is the question the chart invites, and it may blame people for being busy.",
                ),
                Option(
                    "How the other 40% of the complaints are spread",
                    False,
                    "Worth a look later. First find out whether the 60% are more than those branches’ part.",
                ),
                Option(
                    "Nothing: a fifth with more than half is a cause worth redesigning",
                    False,
                    "It is a category with many cases. Big categories have many of everything.",
                ),
            ),
        ),
        Question(
            "the-check",
            "A step that checks forms sends a quarter of them back to the start. Deleting it shortens the "
            "wait by three days. A month later the slowest desk of the process is gone as well. What about "
            "the check?",
            (
                Option(
                    "It was useless, as the three days have shown",
                    False,
                    "They showed what it cost while every form that it sent back stood in line at the "
                    "slowest desk again.",
                ),
                Option(
                    "It should be automated, whatever it does",
                    False,
                    "A fast check of something that nobody needs is still a step, and something to maintain.",
                ),
                Option(
                    "It should be judged anew, because going back is cheap now",
                    True,
                    "What it prevents at the end has stayed the same, what it costs has not. In the "
                    "chapter’s firm the verdict turns round.",
                ),
            ),
        ),
        Question(
            "flying-fish",
            "A fish stall near bankruptcy began to throw its fish, and became famous. What does that show "
            "about creating experiences?",
            (
                Option(
                    "That experiences pay better than taking pain away",
                    False,
                    "One stall cannot show what pays better. Nobody has told us what an easier queue would "
                    "have brought.",
                ),
                Option(
                    "That experiences do not pay, or there would be more such stalls",
                    False,
                    "A hundredth stall of that kind would be no experience any more. The story says nothing "
                    "about it.",
                ),
                Option(
                    "That customers want to be entertained where they shop",
                    False,
                    "Some went there to be. Others may have gone where they could buy a fish in peace, and "
                    "nobody counted them.",
                ),
                Option(
                    "That it can happen, and nothing about how often",
                    True,
                    "Stalls that tried something and closed are not in the story. To know the odds one would "
                    "have to count those, too.",
                ),
            ),
        ),
        Question(
            "checklist",
            "Looking back at “Four boxes”: one more line on a checklist counts as strategic there, and a "
            "call center with two thousand seats as tactical. Why?",
            (
                Option(
                    "Because a checklist is decided on by senior people",
                    False,
                    "It may be decided on by anybody. There, the word has nothing to do with rank.",
                ),
                Option(
                    "Because the line changes things for everybody, and each call for one person",
                    True,
                    "One at a time or for everybody is the question that divides the grid. Size is not.",
                ),
                Option(
                    "Because checklists last longer than calls",
                    False,
                    "Many do. But a promise for one day, made to everybody, would be strategic, too.",
                ),
            ),
        ),
        Question(
            "days-to-repair",
            "Looking back at “Questions your CRM cannot answer”: a new board shows the average days from a "
            "complaint to its cause being repaired, over the causes repaired so far. It goes up every month. "
            "What is the likeliest reason?",
            (
                Option(
                    "The team gets slower",
                    False,
                    "It may, but the average would rise with a team that works as it always has.",
                ),
                Option(
                    "The easy causes are repaired by now",
                    False,
                    "That can come on top. The average rises even where all causes are equally hard.",
                ),
                Option(
                    "Slow repairs can be in the average only after a long time",
                    True,
                    "It counts those that are done. At first only quick ones can be. The share repaired "
                    "within 60 days, of all causes known for so long, would not climb by itself.",
                ),
                Option(
                    "More complaints come in",
                    False,
                    "More complaints make more rows. They do not make any of them slower.",
                ),
            ),
        ),
    )
