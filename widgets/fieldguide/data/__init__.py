"""Small extracts of real and synthetic data, one loader each; `provenance` says where each comes from.

Loading needs numpy alone. The files are made by ``python -m tools.extracts``.
"""

from fieldguide._lazy import lazily

__getattr__, __dir__ = lazily(
    __name__,
    {
        "campaigns": ("Households", "Promotion", "hair_care", "households"),
        "origins": ("open_extract", "provenance"),
        "purchases": ("Purchases", "cdnow"),
        "records": ("ExamplePair", "RecordPairs", "febrl", "febrl_examples"),
        "diaries": ("yogurt",),
        "calls": ("DayOfCalls", "bank_calls"),
        "flights": ("late_flights",),
        "shelves": ("Shelves", "ketchup"),
        "frames": ("purchases_frame", "shelves_frame"),
    },
)
