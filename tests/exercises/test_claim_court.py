"""The claim court: its sentences and sources, its timeline, and whether what it says of a reader is so."""

import re
from collections import Counter
from itertools import product

import pytest
from fieldguide import data
from fieldguide.exercises._claims import CITED, CLAIMS, FAILS, HALF, HOLDS, LOOKED_UP, VERDICTS, WHY
from fieldguide.exercises.claim_court import FIRST, FORMER, LAST, ClaimCourt, lines
from fieldguide.figures import inline
from fieldguide.kinds.court import Claim, Court

from tests.book.test_contents import BOOK
from tests.exercises.rhythms import best_rhythm
from tests.exercises.test_figures import WIDTH, overlap, words

BIB = (BOOK / "references.bib").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^@\w+\{([^,]+),(.*?)^\}", BIB, re.M | re.S))
FAIR = [claim.fair[0] for claim in CLAIMS]
ESSAYS = {
    "dave-field-guide",
    "greatvine-tools",
    "greatvine-web",
    "connor-centricity",
    "effective-crm",
    "hewett-crm",
}
#: One exercise for all: what it computes and says depends on the values that it is handed.
COURT = ClaimCourt()


def heard(moves, claims=None):
    claims = claims or next(count for count in ClaimCourt.rounds if count >= len(moves))
    return COURT.compute({"claims": claims, "moves": moves})


def say(moves, **values):
    return COURT.says(heard(moves, **values))


# The sentences ------------------------------------------------------------------------------------------


def test_three_sessions_each_with_every_verdict():
    assert len(CLAIMS) == len({claim.name for claim in CLAIMS}) == 24
    for session in (CLAIMS[:8], CLAIMS[8:16], CLAIMS[16:]):
        counts = Counter(claim.fair[0] for claim in session)
        assert set(counts) == set(VERDICTS)
        assert min(counts.values()) >= 2


def test_no_short_rhythm_of_rulings_gets_further_than_one_ruling_throughout():
    """A rhythm of four meets each of its places twice in a session, so it cannot miss everything."""
    fair = [claim.fair for claim in CLAIMS]
    assert best_rhythm(VERDICTS, fair) <= len(CLAIMS) / 2
    for start in range(0, len(CLAIMS), 8):
        assert best_rhythm(VERDICTS, fair[start : start + 8]) <= 5


def test_rulings_kept_in_the_former_order_go_on_with_their_sentences():
    assert sorted(FORMER) == list(range(len(CLAIMS)))
    was = [CLAIMS[FORMER.index(at)] for at in range(len(CLAIMS))]
    kept = [claim.fair[0] for claim in was]
    for count in (8, 16, 24):
        values = ClaimCourt.carry_over(1, {"claims": 24, "moves": kept[:count]})
        assert heard(**values).fits == len(values["moves"]) == count
    # The fourth sentence of today stood sixth: three rulings go on, and the court goes on from there.
    assert ClaimCourt.carry_over(1, {"claims": 8, "moves": kept[:5]}) == {"claims": 8, "moves": kept[:3]}
    assert ClaimCourt.carry_over(1, {"claims": 8}) is None
    assert ClaimCourt.carry_over(3, {"claims": 8, "moves": kept}) is None


def test_all_essays_are_heard_and_no_verdict_is_a_safe_bet():
    assert {claim.essay for claim in CLAIMS} == ESSAYS
    for verdict in VERDICTS:
        assert sum(verdict in claim.fair for claim in CLAIMS) <= len(CLAIMS) / 2


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_a_quotation_is_short_and_every_claim_has_its_reason(claim):
    assert len(claim.text.split()) <= 25
    assert len(re.findall(r"[.?!](?: |$)", claim.text)) <= 2
    assert claim.because.rstrip()[-1] == "."
    assert 20 <= len(claim.because.split()) <= 75


def test_no_two_reasons_are_the_same():
    assert len({claim.because for claim in CLAIMS}) == len(CLAIMS)


@pytest.mark.parametrize("key", CITED)
def test_a_source_is_in_the_bibliography_under_the_year_that_is_printed(key):
    year = re.search(r"year = \{(\d{4}|undated)", ENTRIES[key])
    printed = re.search(r"\d{4}(?!,)|undated", CITED[key].replace("95/46", "").replace("1953,0411", ""))
    if printed is not None:
        assert printed[0] in (year[1], "2016" if key == "gdpr-2016" else year[1])


def test_no_source_is_named_in_vain():
    used = {key for claim in CLAIMS for key in (claim.essay, *claim.sources)}
    assert set(CITED) == used


def test_a_court_without_sources_or_with_another_verdict_is_refused():
    told = {"by": "B", "essay": "dave-field-guide", "because": "Why.", "name": "n", "text": "T"}
    for fair, sources in (((), ("dave-field-guide",)), (("holds",), ()), (("maybe",), ("dave-field-guide",))):
        claims = (Claim(**told, fair=fair, sources=sources),)
        body = {"claims": claims, "verdicts": VERDICTS, "cited": CITED, "rounds": (1,)}
        with pytest.raises(ValueError, match="'n' needs"):
            type("Broken", (Court,), body)


# The timeline -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", data.history(), ids=lambda event: event.name)
def test_every_event_is_dated_and_has_its_source_in_the_bibliography(event):
    assert FIRST < event.year <= LAST
    assert event.until is None or event.year < event.until < event.year + 10
    assert event.sources
    assert set(event.sources) <= set(ENTRIES)


@pytest.mark.parametrize("event", data.history(), ids=lambda event: event.name)
def test_every_event_enters_with_one_ruling_that_names_its_source(event):
    (claim,) = [claim for claim in CLAIMS if event.name in claim.brings]
    assert set(event.sources) <= set(claim.sources)


def test_where_an_essay_puts_an_event_it_did_not_happen():
    for event in data.history():
        for year in event.put:
            assert not event.year <= year <= (event.until or event.year)


def test_the_essays_put_things_later_than_they_were_but_for_the_word_crm():
    """The chapter says so."""
    for event in data.history():
        later = [year > event.year for year in event.put]
        assert later == ([False, True] if event.name == "crm-name" else [True] * len(later))


def test_every_trade_has_its_events_and_lines_of_its_own():
    assert {event.trade for event in data.history()} == set(data.TRADES)
    placed = lines()
    events = [placed[event.name] for event in data.history()]
    assert events == sorted(set(events))


def test_the_timeline_fills_whatever_the_rulings_are_and_is_full_at_the_end():
    known = [len(heard([HOLDS] * count, claims=24).known) for count in range(25)]
    assert known[0] == 0
    assert known == sorted(known)
    assert known[-1] == len(data.history())
    assert heard(FAIR).known == heard([HALF] * 24).known


@pytest.mark.parametrize("count", range(25))
def test_no_words_collide_at_any_stage(count):
    figure = COURT.shows(heard([HALF] * count, claims=24))
    boxes = words(figure)
    assert len(boxes) >= len(data.TRADES) + len(heard([HALF] * count, claims=24).known)
    for at, (one, box) in enumerate(boxes):
        assert min(box.x0, WIDTH - box.x1) >= -1, one
        for other, its in boxes[at + 1 :]:
            assert overlap(box, its) <= 1, (one, other)


def test_a_piece_comes_with_its_ruling_and_goes_when_the_ruling_is_taken_back():
    def drawn(count):
        result = heard([HALF] * count, claims=24)
        return inline(COURT.shows(result), alt=COURT.alt(result), name="court")

    few, many, again = drawn(1), drawn(3), drawn(1)
    assert "J.D. Power founded" in many
    assert "J.D. Power founded" not in few
    assert few == again


def test_what_is_seen_is_said_to_those_who_do_not_see_it():
    assert COURT.alt(heard([])).endswith("none is filled in yet.")
    alt = COURT.alt(heard([HALF] * 3))
    assert "1990–95 the name CRM (an essay puts it about 1985 or 1998)" in alt
    assert "1968 J.D. Power founded (an essay puts it about 1982)" in alt


# The sentence -------------------------------------------------------------------------------------------


def test_ruling_as_the_record_does_agrees_with_it_throughout():
    said = say(FAIR)
    assert "All 24 heard, and 24 of your rulings agree with the record" in said
    assert said.endswith("You were never too mild and never too strict.")


def test_a_second_fair_verdict_agrees_as_well():
    assert heard([claim.fair[-1] for claim in CLAIMS]).fits == 24


@pytest.mark.parametrize(("verdict", "mild", "strict"), [(HOLDS, True, False), (FAILS, False, True)])
def test_always_the_same_ruling_leans_one_way(verdict, mild, strict):
    lean = COURT.leaning(heard([verdict] * 24))
    assert [bool(count) for count in lean] == [mild, strict]
    misses = 24 - heard([verdict] * 24).fits
    assert sum(lean) == misses


@pytest.mark.parametrize(("count", "verdict"), list(product((8, 16, 24), VERDICTS)))
def test_the_numbers_that_are_said_are_the_numbers_that_were_counted(count, verdict):
    result = heard([verdict] * count)
    said = COURT.says(result)
    assert f"All {count} heard, and {result.fits} of your rulings" in said
    best = max(sum(v in claim.fair for claim in CLAIMS[:count]) for v in VERDICTS)
    assert f"agreed with {best} at best" in said
    for about in (LOOKED_UP, WHY):
        missed = sum(one.claim.about == about and not one.fits for one in result.rulings)
        asked = sum(one.claim.about == about for one in result.rulings)
        assert f"{missed} of {asked} on {about}" in said


def test_it_says_how_far_it_has_come():
    assert say([]) == "8 sentences on the docket, none heard yet. Some can be defended either way."
    assert say([HOLDS]) == (
        "1 of 8 heard; 1 of your rulings agrees with the record. "
        "The timeline has 1 of 32 events; framed: the newest."
    )


def test_the_record_is_read_out_with_its_sources_and_earlier_rulings_are_listed():
    note = COURT.notes(heard([HOLDS, HOLDS, FAILS]))["moves"]
    assert "Wrong, or not proved: so says the record." in note
    assert "FundingUniverse, undated; MrWeb, 2011; CuriosityCX, undated." in note
    assert "(half right, or it depends, you said it holds)" in note
    assert "The record says: Half right, or it depends." in COURT.notes(heard([HOLDS, FAILS]))["moves"]


def test_what_works_is_harder_to_prove_than_what_happened():
    """The chapter says so of these sentences, and of no others."""
    fair = {about: Counter(c.fair[0] for c in CLAIMS if c.about == about) for about in (LOOKED_UP, WHY)}
    assert fair[LOOKED_UP][HOLDS] == 6
    assert fair[WHY][HOLDS] == 1
    assert sum(fair[LOOKED_UP].values()) == 18
