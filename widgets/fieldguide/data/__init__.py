"""Small extracts of real and synthetic data, one loader each; `provenance` says where each comes from.

Loading needs numpy alone. The files are made by ``python -m tools.extracts``.
"""

from fieldguide._lazy import lazily

__getattr__, __dir__ = lazily(
    __name__,
    {
        "calls": ("DayOfCalls", "bank_calls"),
        "campaigns": ("Households", "Promotion", "hair_care", "households"),
        "clubs": ("BookClub", "book_club"),
        "diaries": ("yogurt",),
        "events": ("TRADES", "Event", "history"),
        "flights": ("flights_en_route", "late_flights"),
        "frames": ("purchases_frame", "shelves_frame"),
        "neighbors": ("LEVELS", "Homes", "homes"),
        "origins": ("open_extract", "provenance"),
        "overlaps": ("campaigns_at_once", "campaigns_sent"),
        "pasted": ("PastedCounts", "pasted_counts"),
        "purchases": ("Purchases", "cdnow"),
        "records": ("ExamplePair", "RecordPairs", "febrl", "febrl_examples"),
        "shelves": ("Shelves", "ketchup"),
        "tables": ("daycare", "tenants"),
    },
)
