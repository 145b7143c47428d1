"""Numbers from data: pure functions of arrays. They know no widget and draw nothing.

Each submodule is imported when one of its names is first used; those that fit a model (``…_fit``) need scipy.
"""

from fieldguide._lazy import lazily

__getattr__, __dir__ = lazily(
    __name__,
    {
        "_bands": ("percentile_band",),
        "bgnbd": ("BgNbd", "BuyingHistory", "buying_history"),
        "bgnbd_fit": ("bgnbd_log_likelihood", "fit_bgnbd"),
        "concentration": ("gini", "top_share"),
        "flow": ("cycle_efficiency", "expected_handoffs", "expected_visits", "under_way"),
        "holdout": (
            "Uplift",
            "break_even",
            "cannot_tell",
            "likely_counts",
            "mixed_share",
            "roi",
            "uplift",
            "wilson",
            "worth_offering",
        ),
        "importance": ("derived_importance", "level_shares", "resampled_counts"),
        "kano": (
            "KANO_CLASSES",
            "KanoBand",
            "better_worse",
            "kano_band",
            "kano_category",
            "kano_class",
            "kano_counts",
        ),
        "matching": ("MatchCurve", "MatchQuality", "match_curve", "match_quality", "match_scores"),
        "opportunity": ("OpportunityBand", "opportunity_band", "opportunity_score", "out_of_ten"),
        "paretonbd": ("ParetoNbd",),
        "queueing": ("answered_within", "erlang_c", "mean_wait", "offered_load", "staff_needed"),
        "ranking": ("pairs_right", "picked"),
        "receipts": ("Rfv", "rfv"),
        "reliability": ("all_right", "failure_rate_for"),
        "retention": ("NthPurchase", "days_to_nth", "nth_purchase"),
        "segmentation": ("adjusted_rand", "best_part", "cross", "k_means", "points"),
        "silence": ("Alarms", "Silences", "alarms", "chance_gone", "silences", "still_silent"),
        "survey": (
            "Score",
            "answers_for_margin",
            "net_promoter_score",
            "nps_chances",
            "nps_rise_by_luck",
            "nps_standard_error",
            "satisfaction",
        ),
        "value": (
            "Sbg",
            "cycles_that_count",
            "first_at_least",
            "lifetime_value",
            "rate_per_cycle",
            "staying",
            "worth_so_far",
        ),
        "value_fit": ("fit_sbg", "sbg_log_likelihood"),
    },
)
