"""The yogurt diaries: counts as published, and an order that can be read as time."""

from collections import Counter

from fieldguide import data


def test_counts_as_published():
    diaries = data.yogurt()
    brands = Counter(brand for diary in diaries for brand in diary)
    assert (len(diaries), brands.total()) == (100, 2412)
    assert brands == {"Dannon": 970, "Yoplait": 818, "Weight Watchers": 553, "Hiland": 71}


def test_purchases_are_not_filed_by_brand():
    """In a file sorted by brand no household would ever go back to a brand that it had left."""
    returns = 0
    for diary in data.yogurt():
        runs = [brand for brand, before in zip(diary, (None, *diary[:-1]), strict=True) if brand != before]
        returns += len(runs) > len(set(runs))
    assert returns > 30
