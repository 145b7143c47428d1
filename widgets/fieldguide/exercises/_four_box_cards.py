"""Twenty initiatives for the four-box sorter: made up for this book, each from another industry.

The first ten are one round, the rest the second. A card with two homes is meant to be argued about: the
explanation of each home is the case for it. Nothing here is a survey of what companies do.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldguide.exercises._four_boxes import CX, ED, SM, TM
from fieldguide.kinds.sorter import Card


@dataclass(frozen=True)
class Initiative(Card):
    """A card with a short title, by which the grid remembers it."""

    title: str = ""


CARDS = (
    Initiative(
        name="boots-in-the-cart",
        title="Boots in the cart",
        industry="Online shoe store",
        text="A visitor puts hiking boots in her cart and leaves. Two hours later an email shows her those "
        "boots, in her size, with the shipping paid.",
        home=(TM,),
        because={
            TM: "One visitor, one offer, nothing bought yet. Both questions answer themselves.",
            SM: "It would be, if the store asked why so many carts are left and changed its shipping for "
            "everybody. This email answers one visitor.",
            CX: "One at a time it is, so the row is right. But she has bought nothing: there is no purchase "
            "to put right.",
            ED: "Tempting, because a bad checkout leaves carts behind. But the checkout stays as it is, and "
            "the next visitor meets the same one.",
        },
    ),
    Initiative(
        name="doctors-who-send-nobody",
        title="Doctors who send nobody",
        industry="Hospital",
        text="A hospital interviews forty family doctors who never refer a patient to it. What do they look "
        "for in a specialist, and where do they find it?",
        home=(SM,),
        because={
            SM: "They do not use the hospital yet, and forty answers will shape what it offers to all the "
            "others. A plan comes out, and no list of doctors to call.",
            TM: "It would be, if each doctor then got an offer fitted to what he said. Here forty speak for "
            "hundreds whom nobody will call.",
            CX: "Nothing has gone wrong for these doctors: they have never sent anybody.",
            ED: "It may end in a redesign one day. But those who are asked have not been through the "
            "hospital’s doors; what they know is why they do not come.",
        },
    ),
    Initiative(
        name="three-out-of-ten",
        title="Three out of ten",
        industry="Hotel chain",
        text="A guest scores her stay three out of ten on the survey. Before noon the next day the manager "
        "of that hotel phones her.",
        home=(CX,),
        because={
            CX: "One guest, after her stay, about her stay. The survey is used as an alarm bell.",
            SM: "Surveys so often serve strategy that the word is a trap. Nobody adds up answers here: one "
            "answer makes one phone ring.",
            TM: "She has bought, and slept badly. If the call is there to sell her the next stay, it drifts "
            "this way; if it is about the noise in her room, it does not.",
            ED: "Not yet. It will be on the day when somebody counts these calls, finds that forty were "
            "about the same noise, and moves the ice machine.",
        },
    ),
    Initiative(
        name="nine-pages",
        title="Nine pages to two",
        industry="Insurance",
        text="After listening to two thousand calls about its claim form, an insurer cuts the form from "
        "nine pages to two.",
        home=(ED,),
        because={
            ED: "Customers, and one change for all of them. Two thousand calls did not get two thousand "
            "answers; the reason for calling went away.",
            CX: "Answering the callers one by one was tactical CX, and somebody did it for years. This ends "
            "it.",
            SM: "A short form may well win customers. But those who meet a claim form have bought already, "
            "and are having a bad day.",
            TM: "Nothing is offered, and nothing is fitted to one person: everybody gets the same two pages.",
        },
    ),
    Initiative(
        name="sixty-days-to-go",
        title="Sixty days to go",
        industry="Mobile phone carrier",
        text="A model picks out customers whose contract ends within sixty days and who use less and less "
        "of it. Each is offered a plan that fits what he really uses.",
        home=(TM, CX),
        because={
            TM: "A prediction about one person becomes one offer before he decides. He is a customer of the "
            "old contract; the new one is not sold yet.",
            CX: "He has bought, he pays for what he does not use, he has not complained, and somebody comes "
            "to him first. It hangs on what the call is for, his problem or your renewal.",
            SM: "A model of all customers sounds strategic. Look at what comes out of it: a list of names, "
            "each with its own offer.",
            ED: "The plans stay as they were. If half of all customers sit on the wrong plan, redesigning "
            "the plans would belong here.",
        },
    ),
    Initiative(
        name="people-who-cook",
        title="For people who cook",
        industry="Grocery",
        text="A grocer decides to be the store for people who cook from scratch. The ready meals go; a "
        "butcher and a wall of spices come.",
        home=(SM,),
        because={
            SM: "Who is it for, and why here rather than next door? Decided once, for everybody, and mostly "
            "with those in mind who do not shop here yet.",
            TM: "No single shopper is mentioned. A note to known bakers that the rye flour is in would "
            "belong here.",
            CX: "Nothing is broken for anybody in particular, and nobody in particular is helped.",
            ED: "The store will feel different, so it is tempting. But what is chosen is whom to serve; how "
            "it feels to be served there is the next question.",
        },
    ),
    Initiative(
        name="text-before-the-call",
        title="The text before the call",
        industry="Electric utility",
        text="When a storm takes the power out, each household without it gets a text with the cause and "
        "the hour when it should be back, before it calls.",
        home=(CX, ED),
        because={
            CX: "Each text goes to one household in trouble, about its own street and its own hour, before "
            "it complains.",
            ED: "Somebody redesigned once and for all what an outage is like. No house gets its power back "
            "sooner; what is gone, for everybody, is the not knowing.",
            TM: "These households have bought long ago, and nothing is offered to them.",
            SM: "It may win praise, even customers. But it is made for people who sit in the dark now, with "
            "a contract in the drawer.",
        },
    ),
    Initiative(
        name="three-weeks-absent",
        title="Three weeks absent",
        industry="Gym",
        text="The front desk phones each member who has not come for three weeks, to ask what is in the way.",
        home=(CX, TM),
        because={
            CX: "One member, paid up and silent, and somebody who asks before there is a complaint. As long "
            "as the call is about what went wrong, it is a repair.",
            TM: "Whoever stays away for three weeks is about to cancel, and the next month is not sold yet. "
            "Let the call end with a trainer at half price, and the same list serves an offer.",
            SM: "Strategy would ask what people want from a gym, members or not. This asks one member about "
            "her own three weeks.",
            ED: "If the answers are put together and the opening hours change, yes. As it stands, each call "
            "ends with one member.",
        },
    ),
    Initiative(
        name="one-address",
        title="One address, told once",
        industry="City hall",
        text="Water, trash and parking used to keep three accounts for each resident. From now on, whoever "
        "moves gives the new address once.",
        home=(ED,),
        because={
            ED: "Changed once, for every resident who will ever move. Nobody needs to be called.",
            CX: "Mending one resident’s three addresses was tactical CX. Clerks were good at it. Now there "
            "is nothing to mend.",
            SM: "Nobody is asked what they want or why they should come. A city has few prospects, which "
            "makes it a good test of the grid.",
            TM: "Nothing is offered to anybody, one at a time or otherwise.",
        },
    ),
    Initiative(
        name="monday-fifty",
        title="The Monday fifty",
        industry="Mortgage bank",
        text="People who tried the bank’s mortgage calculator are ranked by how likely they are to borrow. "
        "Every Monday loan officers phone the top fifty.",
        home=(TM,),
        because={
            TM: "Fifty names, fifty calls, no loan yet. This is what customer databases are best at.",
            SM: "Models and rankings feel like strategy. But strategy would ask why anybody should borrow "
            "here; the ranking takes the product as it is.",
            CX: "Some of the fifty may have an account. For the loan they are prospects, and nothing has "
            "gone wrong.",
            ED: "The calculator stays, the loan stays, the phone call is the only news.",
        },
    ),
    Initiative(
        name="thirty-who-left",
        title="Thirty who left",
        industry="Project software",
        text="Thirty customers who canceled last quarter are asked what they had hoped the program would do "
        "for them, and what they use now. Next year’s plan starts from what they said.",
        home=(SM, ED),
        because={
            SM: "They have left, so they are prospects again, yours and everybody’s. And “what do they "
            "want?” is the question of this box.",
            ED: "What they describe is how it was to be your customer, and the plan changes that for "
            "everyone who stayed.",
            CX: "Too late: nobody is offered a repair, and thirty speak for all who left.",
            TM: "A come-back offer to each of the thirty would belong here. They get a question and no "
            "offer.",
        },
    ),
    Initiative(
        name="day-three",
        title="Day three of the trial",
        industry="Accounting software",
        text="Anyone in the fourteen-day free trial who has not sent an invoice by the third day gets a "
        "message with a two-minute film on sending invoices.",
        home=(TM, CX),
        because={
            TM: "The trial is free, the sale is eleven days away, and the message is fitted to what this "
            "one person has not done yet.",
            CX: "This person is using the product and is stuck, and the message helps instead of selling. "
            "Where people try before they pay, the line between prospect and customer is a smear.",
            SM: "“What do small firms want from invoices?” would be the question here. The message takes "
            "the answer as known.",
            ED: "The same film for everybody smells of design. But the trial still waits for a person to "
            "get stuck; a first screen on which nobody does would belong here.",
        },
    ),
    Initiative(
        name="two-seats-please",
        title="Two seats, please",
        industry="Theater",
        text="A theater watches twelve people who have never been there try to buy two seats on its "
        "website. Then it rewrites the page.",
        home=(SM, ED),
        because={
            ED: "A process is watched step by step and rebuilt for everybody. That the people in it have "
            "not bought yet is what this grid finds hard to say.",
            SM: "They are prospects, and the change is for all of them: by the two questions it lives here, "
            "however little it feels like strategy.",
            TM: "Twelve were watched and nobody was sold to. Whoever comes next finds the same page as "
            "everyone.",
            CX: "They are no customers yet, and the twelve get no help: they struggle for the sake of the "
            "others.",
        },
    ),
    Initiative(
        name="second-lost-bag",
        title="The second lost bag",
        industry="Airline",
        text="When an airline loses a traveler’s bag for the second time in a year, one agent with a budget "
        "of his own calls her every day until the bag is home.",
        home=(CX,),
        because={
            CX: "One traveler, one bag, one agent, after the bag is gone. The rule is a design; what it "
            "yields is one repair at a time, so its home is here.",
            ED: "A rule was written, true, and nobody’s first bag is safer for it. Finding out where bags "
            "miss their connection, and changing that, would belong here.",
            TM: "She has flown already, and the agent sells nothing.",
            SM: "It says nothing about what travelers want or why they should choose this airline. That a "
            "lost bag should come home needs no research.",
        },
    ),
    Initiative(
        name="what-we-apologize-for",
        title="What we apologize for",
        industry="Retail bank",
        text="A bank counts what its branch staff apologize for, and abolishes the rule behind the most "
        "frequent apology.",
        home=(ED,),
        because={
            ED: "The count finds the cause, and the rule goes for everybody. Those apologies stop by "
            "themselves.",
            CX: "Each apology was tactical CX. Counting them is the way out of it.",
            SM: "A friendlier rule may win customers. But the evidence comes from people who bank here "
            "already and ran into it.",
            TM: "Nothing is offered to anybody; something is taken away from everybody, and nobody will "
            "miss it.",
        },
    ),
    Initiative(
        name="call-from-a-student",
        title="A call from a student",
        industry="University",
        text="A high-school senior who downloaded the nursing brochure gets a call from a nursing student, "
        "in the week when she has to decide.",
        home=(TM,),
        because={
            TM: "One person, a known interest, the right week, and not enrolled yet.",
            CX: "It sounds like care, and may be. But she is not a student here yet, and nothing has gone "
            "wrong.",
            SM: "Strategy decided to have a nursing school, and for whom. The call takes that as given.",
            ED: "A pleasant call. What students meet when they come is the same as before.",
        },
    ),
    Initiative(
        name="running-hours",
        title="Running hours for sale",
        industry="Pump maker",
        text="A pump maker learns from plant managers who buy elsewhere that a pump costs little and a "
        "standstill costs much. It begins to sell running hours instead of pumps.",
        home=(SM,),
        because={
            SM: "What do they want, and why from you? The answer changed what is for sale, for everybody.",
            ED: "Plants will be served in a new way, so it is tempting. But the promise changes first; then "
            "somebody has to design a service that keeps it.",
            TM: "No plant is named. A quote to one plant that stood still twice this year would belong here.",
            CX: "A mechanic who is sent to one pump would belong here.",
        },
    ),
    Initiative(
        name="which-of-twelve",
        title="Which of twelve?",
        industry="Pharmacy chain",
        text="Fifteen hundred adults, wherever they shop, are asked which of twelve possible services would "
        "make them change pharmacies.",
        home=(SM,),
        because={
            SM: "What would people want, whoever they are, before they choose? A survey once more, and this "
            "time it is added up and nobody is called back.",
            CX: "A survey, yes. But most of these people are not your customers, and nobody’s problem is "
            "solved.",
            TM: "Sending each an offer according to the answers would belong here, and would break the "
            "promise under which most people answer surveys, unless they agreed to it.",
            ED: "It may lead there. But these people have not been through your doors, and cannot tell you "
            "how that was.",
        },
    ),
    Initiative(
        name="one-star",
        title="One star, one answer",
        industry="Restaurant",
        text="The owner answers every one-star review in public within a day, and says what she will do "
        "about it.",
        home=(CX, SM),
        because={
            CX: "One guest had one bad evening, and somebody reaches out about it, one review at a time.",
            SM: "The guest may never look again; the hundred who read reviews before they book will. It is "
            "a message to all prospects, written one customer at a time.",
            TM: "The readers are prospects, true, but each reads the same answer: nothing is fitted to one "
            "of them.",
            ED: "If she reads forty of them and changes how tables are booked, yes. An answer changes the "
            "page and no plate.",
        },
    ),
    Initiative(
        name="five-drops",
        title="Five drops a week",
        industry="Internet provider",
        text="Software opens a repair ticket for each line that drops more than five times a week, before "
        "its owner complains.",
        home=(CX, ED),
        because={
            CX: "One line, one ticket, one household that had said nothing. That a machine opens the ticket "
            "does not make it strategic.",
            ED: "One rule, written once, and nobody on a bad line has to complain again. Lines still drop as "
            "before; what is gone, for everybody, is the wait until somebody is angry enough to call.",
            TM: "Data and a model, and nothing for sale. The customer gets a mechanic.",
            SM: "Nobody needs to be asked whether they want a line that holds. It is about one line at a "
            "time.",
        },
    ),
)
