"""Numbers from data: pure functions of arrays. They know no widget and draw nothing.

Each submodule is imported when one of its names is first used; only ``bgnbd_fit`` needs scipy.
"""

from fieldguide._lazy import lazily

__getattr__, __dir__ = lazily(
    __name__,
    {
        "holdout": (
            "Uplift",
            "break_even",
            "cannot_tell",
            "likely_counts",
            "roi",
            "uplift",
            "wilson",
            "worth_offering",
        ),
        "retention": ("NthPurchase", "days_to_nth", "nth_purchase"),
        "bgnbd": ("BgNbd", "BuyingHistory", "buying_history"),
        "bgnbd_fit": ("bgnbd_log_likelihood", "fit_bgnbd"),
        "opportunity": (
            "OpportunityBand",
            "opportunity_band",
            "opportunity_score",
            "out_of_ten",
        ),
        "flow": ("cycle_efficiency", "expected_handoffs", "expected_visits", "under_way"),
        "queueing": ("answered_within", "erlang_c", "mean_wait", "offered_load", "staff_needed"),
        "matching": ("MatchCurve", "MatchQuality", "match_curve", "match_quality", "match_scores"),
    },
)
