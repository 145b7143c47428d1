"""A history with receipts: what happened when in six trades, and in the rules on asking people things.

No extract: a table made for this book, each line with the sources in which its date was read. A source is
named by its key in the book's bibliography.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The trades, in the order in which a timeline shows them.
TRADES = {
    "direct": "Direct marketing",
    "sales": "Sales automation",
    "crm": "CRM",
    "ux": "UX",
    "cx": "CX",
    "social": "Social CRM",
    "asking": "Surveys and consent",
}


@dataclass(frozen=True)
class Event:
    """One dated thing.

    Attributes
    ----------
    name : str
        Its key.
    trade : str
        A key of `TRADES`.
    year : int
        When it happened; the earliest year where sources differ. For a word, the earliest print that the
        sources quote, which need not be the first.
    label : str
        What happened, in a few words that follow the year.
    sources : tuple of str
        Keys of the bibliography.
    until : int or None
        The latest year that a source gives, where sources differ.
    put : tuple of int
        Where the book's essays put it, if elsewhere; a decade, or the beginning or end of one, is counted at
        its middle.
    """

    name: str
    trade: str
    year: int
    label: str
    sources: tuple[str, ...]
    until: int | None = None
    put: tuple[int, ...] = ()

    @property
    def when(self) -> str:
        """The year as it is printed; two years where sources differ."""
        return f"{self.year}" if self.until is None else f"{self.year}–{self.until % 100:02d}"


_EVENTS = (
    Event("direct-marketing", "direct", 1967, "direct marketing named", ("campaign-2019", "wunderman-2019")),
    Event("relationship-marketing", "direct", 1983, "relationship marketing named", ("berry-1995",)),
    Event("one-to-one", "direct", 1993, "The One to One Future", ("peppers-1993",)),
    Event("act", "sales", 1986, "ACT! conceived, released", ("muhney-2021",), until=1987),
    Event("siebel", "sales", 1993, "Siebel Systems founded", ("klie-2022",)),
    Event(
        "crm-name", "crm", 1990, "the name CRM", ("barua-2010", "searls-2008"), until=1995, put=(1985, 1998)
    ),
    Event("perils", "crm", 2002, "four perils of CRM", ("rigby-2002",)),
    Event("microsoft-crm", "crm", 2003, "Microsoft CRM", ("niiranen-2013",)),
    Event("payne-frow", "crm", 2005, "three meanings of CRM", ("payne-2005",)),
    Event("failure-rates", "crm", 2009, "failure: 18% to 70%", ("krigsman-2009",)),
    Event("why-crm-fails", "crm", 2011, "Why CRM Fails", ("maklan-2011",)),
    Event("ux-name", "ux", 1985, "“user experience”", ("adaptivepath-ux",)),
    Event("ux-apple", "ux", 1995, "in a paper by Apple", ("norman-1995",), put=(2002,)),
    Event("experiential", "cx", 1982, "consumption as an experience", ("holbrook-1982",)),
    Event("cx-name", "cx", 1994, "“experiences”", ("carbone-1994", "unger-2024"), put=(2002,)),
    Event("experience-economy", "cx", 1998, "experience economy", ("pine-1998",)),
    Event("satisfaction-pays", "cx", 2006, "satisfaction pays, says a study", ("fornell-2006",)),
    Event("satisfaction-doubted", "cx", 2009, "a check finds less", ("jacobson-2009",)),
    Event("stop-delighting", "cx", 2010, "“stop trying to delight”", ("dixon-2010",)),
    Event("cx-association", "cx", 2011, "an association for CX", ("cxpa-history",)),
    Event("enterprise-2", "social", 2006, "Enterprise 2.0", ("mcafee-2006",)),
    Event("social-crm", "social", 2009, "social CRM defined", ("greenberg-2009",)),
    Event("jd-power", "asking", 1968, "J.D. Power founded", ("fundinguniverse-jd-power",), put=(1982,)),
    Event("maritz", "asking", 1973, "Maritz Research founded", ("mrweb-2011",), put=(1982,)),
    Event("casro", "asking", 1975, "CASRO formed", ("insights-2019",)),
    Event("german-act", "asking", 1977, "German data protection act", ("riccardi-1983",)),
    Event("casro-code", "asking", 1977, "CASRO’s code", ("casro-code", "casro-milestones"), until=1979),
    Event("csi", "asking", 1981, "J.D. Power’s satisfaction index", ("fundinguniverse-jd-power",)),
    Event("directive", "asking", 1995, "EU directive on data", ("eu-1995", "wp29-2014")),
    Event("insights", "asking", 2017, "Insights Association formed", ("insights-2019",)),
    Event("gdpr", "asking", 2018, "GDPR applies", ("gdpr-2016",)),
    Event("insights-code", "asking", 2019, "a code for experience surveys", ("insights-2019",)),
)


def history() -> tuple[Event, ...]:
    """Return every event, by trade, and in the order of years within each."""
    order = list(TRADES)
    return tuple(sorted(_EVENTS, key=lambda event: (order.index(event.trade), event.year)))
