"""Simulations and models that exercises run; each loads when one of its names is first touched."""

from fieldguide._lazy import lazily

__getattr__, __dir__ = lazily(__name__, {"strengths": ("good_at", "met_none")})
