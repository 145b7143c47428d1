"""Simulations and models that exercises run; each loads when one of its names is first touched."""

from fieldguide._lazy import lazily

__getattr__, __dir__ = lazily(
    __name__,
    {
        "cargo_bike": ("JOBS", "REQUESTS", "least_served"),
        "claim": ("ClaimFlow", "StepFlow", "claim_flow"),
        "desk": ("VALUED", "Days", "DeskDays", "Flow", "desk_flow", "draw_days", "take_in_order"),
        "loops": ("Loops", "between", "causes_shares", "overtaken", "overtaking", "two_loops"),
        "mailing": ("Mailing", "Rates", "choose", "promotion_rates", "runs"),
        "needs": ("Surveys", "surveys"),
        "offers": ("Customers", "customers"),
        "runway": ("quarters",),
        "strengths": ("good_at", "met_none"),
        "wishes": ("Sold", "board_wishes", "sold", "sold_as_wished"),
    },
)
