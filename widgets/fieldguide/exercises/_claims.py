"""Twenty-four sentences from the book's five essays, quoted as they stand, with what the record says of each.

Three sessions of eight, each with every verdict in it, and in an order that no short rhythm of rulings fits.
What an essay claims is no fact, and what stands here as a reason was read in the sources that are named;
where no source decides, the reason says so.
"""

from dataclasses import dataclass

from fieldguide.kinds.court import Claim

#: The verdicts, the mildest first. As in a court, what is not proved does not stand.
VERDICTS = {
    "holds": "It holds",
    "half": "Half right, or it depends",
    "fails": "Wrong, or not proved",
}

HOLDS, HALF, FAILS = VERDICTS

#: What a sentence is about: something to be looked up, or what works and why.
LOOKED_UP, WHY = "who, when and what it was called", "what works, and why"

#: How the sources are named in the exercise; the keys are those of the bibliography.
CITED = {
    "dave-field-guide": "Dave, undated",
    "greatvine-tools": "TheGreatVine, undated",
    "greatvine-web": "TheGreatVine, undated",
    "connor-centricity": "Connor, undated",
    "effective-crm": "“Effective CRM”, undated",
    "hewett-crm": "Hewett, 2018",
    "adaptivepath-ux": "Adaptive Path, undated, quoting InfoWorld, 1985",
    "barua-2010": "Barua and Udo, 2010",
    "bbc-open-all-hours": "BBC, undated",
    "berger-1993": "Berger and others, 1993",
    "berry-1995": "Berry, 1995",
    "british-museum-ea-nasir": "British Museum, tablet 1953,0411.71",
    "campaign-2019": "Campaign India, 2019",
    "carbone-1994": "Carbone and Haeckel, 1994",
    "casro-code": "CASRO, code of 2011",
    "casro-milestones": "CASRO, “Milestones”, undated",
    "curiositycx": "CuriosityCX, undated",
    "cxpa-history": "CXPA, undated",
    "de-matos-2007": "De Matos and others, 2007",
    "dixon-2010": "Dixon and others, 2010",
    "eu-1995": "Directive 95/46/EC, 1995",
    "fornell-2006": "Fornell and others, 2006",
    "fornell-2009": "Fornell and others, 2009",
    "fundinguniverse-jd-power": "FundingUniverse, undated",
    "gdpr-2016": "Regulation (EU) 2016/679",
    "greenberg-2009": "Greenberg, 2009",
    "holbrook-1982": "Holbrook and Hirschman, 1982",
    "ideas-for-leaders": "Ideas for Leaders, undated",
    "independent-1998": "The Independent, 1998",
    "insights-2019": "Insights Association, 2019",
    "jacobson-2009": "Jacobson and Mizik, 2009",
    "klie-2022": "Klie, 2022",
    "krigsman-2009": "Krigsman, 2009",
    "maklan-2011": "Maklan, Knox and Peppard, 2011",
    "mcafee-2006": "McAfee, 2006",
    "mrweb-2011": "MrWeb, 2011",
    "muhney-2021": "Muhney, 2021",
    "niiranen-2013": "Niiranen, 2013",
    "norman-1995": "Norman, Miller and Henderson, 1995",
    "payne-2005": "Payne and Frow, 2005",
    "peppers-1993": "Peppers and Rogers, 1993",
    "pine-1998": "Pine and Gilmore, 1998",
    "riccardi-1983": "Riccardi, 1983",
    "rigby-2002": "Rigby and others, 2002",
    "searls-2008": "Searls, 2008, with readers’ comments",
    "truedelta-2007": "Autoblog, 2007",
    "unger-2024": "Unger, 2024",
    "wp29-2014": "Article 29 Working Party, 2014",
    "wunderman-2019": "obituary of Lester Wunderman, 2019",
}


@dataclass(frozen=True)
class Sentence(Claim):
    """A claim of this court: also what it is about, and which events enter the timeline with the ruling."""

    about: str = LOOKED_UP
    brings: tuple[str, ...] = ()


DAVE = {"by": "Dave, The Beginning of Customer Relationship Management", "essay": "dave-field-guide"}
TOOLS = {
    "by": "TheGreatVine, Customer experience beyond customer service, knowledge management and CRM",
    "essay": "greatvine-tools",
}
WEB = {"by": "TheGreatVine, CRM and the web", "essay": "greatvine-web"}
CONNOR = {
    "by": "Julie Stead Connor, In striving to achieve customer centricity …",
    "essay": "connor-centricity",
}
POST = {"by": "Effective CRM, a blog post", "essay": "effective-crm"}
HEWETT = {"by": "Stephen Hewett, Is CX about to go the way of CRM?", "essay": "hewett-crm"}

CLAIMS = (
    # The first session.
    Sentence(
        **CONNOR,
        name="arkwright",
        text="the beloved character of Arkwright played by the amazing Ronnie Barker in Open All Hours",
        fair=(HOLDS,),
        because="The BBC opened Arkwright’s shop for a first series in February 1976; “beloved” and "
        "“amazing” we let pass. The comparison is older than the shop: “direct marketing” was named in "
        "1967, and in a speech of that year the man who named it had a computer outdo the owner of a "
        "general store.",
        sources=("bbc-open-all-hours", "campaign-2019", "wunderman-2019"),
        brings=("direct-marketing",),
    ),
    Sentence(
        **DAVE,
        name="named-in-the-eighties",
        context="Of the 1980s:",
        text="something funky and new was being born. It was called Customer Relationship Management (CRM)",
        fair=(HALF,),
        because="The thing was there: ACT!, which put a salesperson’s contacts into a computer, was "
        "conceived in July 1986 and released in April 1987 (which is why sources differ on its year). The "
        "name was not. It is met from the early or the mid-1990s on, beside rival names for the same "
        "software; who coined it is disputed.",
        sources=("muhney-2021", "barua-2010", "searls-2008"),
        brings=("act", "crm-name"),
    ),
    Sentence(
        **DAVE,
        name="jd-power",
        text="In the early 1980’s JD Power and MaritzCX set up shop and started sending surveys to new car "
        "buyers.",
        fair=(FAILS,),
        because="J.D. Power was founded in 1968 and made news in 1973, when its survey showed that Mazda’s "
        "rotary engines failed. What is of the early 1980s, and may be what he remembers, is its yearly "
        "satisfaction index, 1981. Maritz Research dates from 1973, and the name MaritzCX is decades "
        "younger.",
        sources=("fundinguniverse-jd-power", "mrweb-2011", "curiositycx"),
        brings=("jd-power", "maritz", "csi"),
    ),
    Sentence(
        **CONNOR,
        name="a-new-term",
        context="Of the years after 2000:",
        text="we developed a new term for this breed of marketers - Customer Experience",
        fair=(FAILS, HALF),
        because="The term was not new: Carbone and Haeckel had “customer experiences” in a title in 1994, "
        "and Pine and Gilmore’s experience economy followed in 1998. Rather new was the breed: its "
        "professional association was founded in 2011. If that is what you heard, half right.",
        sources=("carbone-1994", "unger-2024", "pine-1998", "cxpa-history"),
        brings=("cx-name", "experience-economy", "cx-association"),
    ),
    Sentence(
        **DAVE,
        name="deemed-unethical",
        context="Using a person’s answers to act on that person:",
        text="it was deemed unethical by CASRO (now Insights Association)",
        fair=(HALF,),
        because="CASRO, the survey firms’ association, did forbid handing over who had answered, “unless the "
        "Respondent expressly requests or permits such disclosure”. So it depended on permission. And it is "
        "dated: CASRO merged into the Insights Association in 2017, whose code of 2019 says that consent can "
        "open research techniques to customer satisfaction and other experience work.",
        sources=("casro-code", "casro-milestones", "insights-2019"),
        brings=("casro", "casro-code", "insights", "insights-code"),
    ),
    Sentence(
        **CONNOR,
        name="long-before",
        text="Long before we talked about CRM and CX we talked about Relationship Marketing.",
        fair=(HOLDS,),
        because="Leonard Berry used the phrase in a paper of 1983, for the first time in the literature on "
        "services. The name CRM is some ten years younger. How long “long” is we leave to her.",
        sources=("berry-1995", "barua-2010"),
        brings=("relationship-marketing",),
    ),
    Sentence(
        **HEWETT,
        name="believed-a-failure",
        text="CRM is comprehensively believed today to have been a failure",
        fair=(HALF,),
        because="That many were disappointed is well documented. How much failed is not: the rates published "
        "from 2001 to 2009 run from 18% to 70%, under definitions that do not match, and the famous 70% is "
        "credited to a report of 2002 that the one who went to look for it could not find.",
        sources=("krigsman-2009", "maklan-2011"),
        about=WHY,
        brings=("failure-rates",),
    ),
    Sentence(
        **DAVE,
        name="microsoft",
        context="Of marketing automation and sales tools:",
        text="eventually led to such mega software solutions such as, Microsoft Dynamics",
        fair=(HOLDS,),
        because="Siebel Systems was founded in 1993; the first Microsoft CRM, a product that was later "
        "called Dynamics, appeared in 2003. “Eventually” is the word.",
        sources=("klie-2022", "niiranen-2013"),
        brings=("siebel", "microsoft-crm"),
    ),
    # The second session.
    Sentence(
        **TOOLS,
        name="for-the-first-time",
        text="For the first time we have the means for our customers to tell us directly what they are "
        "looking for",
        fair=(FAILS,),
        because="About 1750 BC a customer called Nanni told the merchant Ea-nasir, on clay, what he had been "
        "looking for (good copper) and what he had found. The tablet is in the British Museum. The web made "
        "telling cheap, quick and public; the means are as old as writing.",
        sources=("british-museum-ea-nasir",),
    ),
    Sentence(
        **POST,
        name="enterprise-2",
        context="Of collaboration within a company:",
        text="We’re calling that Enterprise 2.0 these days.",
        fair=(HOLDS,),
        because="Andrew McAfee put the name into print in 2006. The post has no date, but a sentence like "
        "this is as good as one: it cannot be older.",
        sources=("mcafee-2006",),
        brings=("enterprise-2",),
    ),
    Sentence(
        **DAVE,
        name="csat-was-born",
        context="When car dealers got incentives on surveys,",
        text="the world of CSAT (now CX) was born",
        fair=(FAILS, HALF),
        because="The incentives are real: in a volunteer panel of car owners nearly half had felt the "
        "dealer’s influence. But satisfaction was surveyed before, and CX has another parent in consumer "
        "research, which wrote of consumption as an experience in 1982. If “born” may mean that this was "
        "one of the births, half right.",
        sources=("truedelta-2007", "fundinguniverse-jd-power", "holbrook-1982"),
        brings=("experiential",),
    ),
    Sentence(
        **DAVE,
        name="verboten",
        context="Using a person’s data to act on that person:",
        text="downright verboten by many countries in Europe without expressed consent",
        fair=(HALF,),
        because="Consent is one ground among several. A German act of 1977 was early; the European "
        "directive of 1995 lists six grounds, and the GDPR, which has applied since 2018, lists six as "
        "well. A contract is one, a legitimate interest another, and against direct marketing everybody "
        "may object. What is needed depends on what is done.",
        sources=("riccardi-1983", "eu-1995", "wp29-2014", "gdpr-2016"),
        brings=("german-act", "directive", "gdpr"),
    ),
    Sentence(
        **CONNOR,
        name="what-the-m-means",
        context="By the late 90’s, customer-centric marketing had",
        text="evolved into CRM (Customer Relationship Marketing)",
        fair=(HALF,),
        because="Evolved, yes: Peppers and Rogers were telling marketers to build relationships “one "
        "customer at a time” in 1993. The trouble is the M. This essay and the subtitle of “Why CRM Fails” "
        "have marketing; Payne and Frow, and the other four essays, have management. And the late 90s "
        "are late for the name.",
        sources=("peppers-1993", "maklan-2011", "payne-2005"),
        brings=("one-to-one",),
    ),
    Sentence(
        **CONNOR,
        name="ux-designers",
        context="After the early 00’s:",
        text="User Experience (UX) Designers were engaged to optimise these new touchpoints",
        fair=(HALF,),
        because="Nothing speaks against the hiring, and UX as a step between CRM and CX makes a good "
        "story. But it was no new name: a letter printed in 1985 has “user ‘experience’”, and a paper by "
        "Apple followed in 1995. (An older page may turn up.) And shops did not wait for the decade: CDNOW "
        "was selling online in 1994.",
        sources=("adaptivepath-ux", "norman-1995", "independent-1998"),
        brings=("ux-name", "ux-apple"),
    ),
    Sentence(
        **WEB,
        name="the-reverse",
        context="Capabilities first, then technology?",
        text="it has usually been the reverse, installing the technology and then somehow hoping",
        fair=(HOLDS, HALF),
        because="Consultants who had looked into more than 200 companies found CRM installed before there "
        "was a strategy, and before the organization had changed: two of their four perils. The article "
        "that the essay cites agrees. Nobody has counted “usually”; if you insist on the word, half right.",
        sources=("rigby-2002", "maklan-2011"),
        about=WHY,
        brings=("perils",),
    ),
    Sentence(
        **TOOLS,
        name="synonymous",
        text="CRM for instance has been synonymous with loyalty programs",
        fair=(FAILS,),
        because="Not proved: how people used the word nobody here has counted, and some shops may well have "
        "used it so. What has been collected speaks against it: among the meanings of CRM, Payne and Frow "
        "found everything from one project in technology to a strategy for the whole firm.",
        sources=("payne-2005",),
        brings=("payne-frow",),
    ),
    # The third session.
    Sentence(
        **HEWETT,
        name="two-reasons",
        context="Why did CRM fail?",
        text="there were two reasons: firstly, there was an over-reliance on the technology itself",
        fair=(FAILS,),
        because="He calls it his opinion, and he was there. But three essays make three diagnoses: "
        "technology and segmentation (this one), missing capabilities (TheGreatVine, after Maklan, Knox "
        "and Peppard), companies built around products (“Effective CRM”). Nobody in this court has weighed "
        "them. Not proved.",
        sources=("hewett-crm", "greatvine-web", "effective-crm", "maklan-2011"),
        about=WHY,
        brings=("why-crm-fails",),
    ),
    Sentence(
        **WEB,
        name="the-framework",
        context="Maklan, Knox and Peppard",
        text="suggest a framework based on four capabilities and three forms of marketing relationships",
        fair=(HALF,),
        because="The article is real, and a summary of it names four capabilities. The table that follows in "
        "the essay is, in its own words, an interpretation, and in our copy each of its twelve cells has the "
        "same dot in it: which capability serves which relationship you do not learn.",
        sources=("maklan-2011", "ideas-for-leaders", "greatvine-web"),
    ),
    Sentence(
        **POST,
        name="social-crm",
        text="Today, we are focused on social media and the term Social CRM.",
        fair=(HOLDS,),
        because="On the day it was written, surely: in 2009 Paul Greenberg’s handbook of CRM came out anew "
        "with those two words on the cover. A sentence with “today” in it holds for a day.",
        sources=("greenberg-2009",),
        brings=("social-crm",),
    ),
    Sentence(
        **DAVE,
        name="closing-list",
        context="Above the list that ends the essay:",
        text="Always keep in mind these four fundamental use cases",
        fair=(HALF,),
        because="There are four. But they come in another order than in the essay’s own sections, and under "
        "other names: the sections name jobs, such as strategic marketing; the list names departments, such "
        "as marketing research.",
        sources=("dave-field-guide",),
    ),
    Sentence(
        **POST,
        name="two-pillars",
        text="Since I’m only discussing 2 pillars",
        fair=(HOLDS,),
        because="Count them in the text: relationships, outside the company and inside, and customer "
        "centricity. Only the second has a heading in our copy; the first one’s got lost on the way. Before "
        "you rule against an author, ask what happened to the page.",
        sources=("effective-crm",),
    ),
    Sentence(
        **WEB,
        name="followers",
        text="a company that discovered a few of its customers had an effect on many others (their "
        "“followers”)",
        fair=(FAILS,),
        because="Not proved: which company, how few, how large an effect, and how did they know? The essay "
        "does not say. It takes the example from an article, and whoever has that at hand may reopen the "
        "case.",
        sources=("greatvine-web", "maklan-2011"),
        about=WHY,
    ),
    Sentence(
        **HEWETT,
        name="does-generate",
        text="providing an exceptional customer experience in all its dimensions does generate increased "
        "revenue, improved margins and happy colleagues",
        fair=(HALF, FAILS),
        because="Firms with satisfied customers were reported to beat the stock market; a check found that "
        "only in computers and the internet; the first authors object. All this is about satisfaction and "
        "share prices. Margins, colleagues and “all its dimensions” stand there unproved, and “does” says "
        "cause where the studies see things go together.",
        sources=("fornell-2006", "jacobson-2009", "fornell-2009"),
        about=WHY,
        brings=("satisfaction-pays", "satisfaction-doubted"),
    ),
    Sentence(
        **HEWETT,
        name="genuine-delights",
        context="To over-deliver when something went wrong means",
        text="creating genuine delights that your customer will talk about",
        fair=(FAILS,),
        because="A meta-analysis found that a good recovery can lift satisfaction; for word of mouth it "
        "found no significant effect. A study of more than 75,000 customers advises against trying to "
        "delight them. And in Kano’s trade a delighter is something else: a feature that nobody expected.",
        sources=("de-matos-2007", "dixon-2010", "berger-1993"),
        about=WHY,
        brings=("stop-delighting",),
    ),
)
