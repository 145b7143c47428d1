"""How numbers are written, alike in every exercise that says them."""

from __future__ import annotations

from math import floor, log10

#: Tops of an axis, times a power of ten: their halves are round numbers, too.
TOPS = (1, 2, 4, 6, 8, 10)


def dollars(amount: float) -> str:
    """Write whole dollars, with a real minus and no minus zero."""
    return _minus(amount, f"${abs(amount):,.0f}")


def price(amount: float) -> str:
    """Write dollars, with cents where there are any."""
    return _minus(amount, f"${abs(amount):,.2f}".removesuffix(".00"))


def money(amount: float) -> str:
    """Write dollars, with cents where they matter and short where there are very many."""
    size = abs(amount)
    for unit, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M")):
        if size >= unit:
            return _minus(amount, f"${size / unit:,.3g}{letter}")
    cents = round(size, 2)
    return _minus(amount, f"${cents:,.2f}" if cents < 10 and cents % 1 else f"${size:,.0f}")


def _minus(amount: float, text: str) -> str:
    return f"−{text}" if amount < 0 and any(sign in "123456789" for sign in text) else text


def percent(share: float) -> str:
    """Write a share in whole percent; but some never as none, and not all never as all."""
    if 0 < share < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 < share < 1 else f"{floor(100 * share + 0.5)}%"


def signed(number: float, digits: int = 0) -> str:
    """Write a change with its sign; what is rounded to nothing has none."""
    text = f"{number:+,.{digits}f}".replace("-", "−")
    return text if any(sign in "123456789" for sign in text) else "0"


def points(score: float) -> str:
    """Write a score in whole points, with a real minus and no minus zero."""
    whole = round(score)
    return f"−{-whole}" if whole < 0 else f"{whole}"


def people(count: float) -> str:
    """Write how many people."""
    return {0: "nobody", 1: "1 person"}.get(round(count), f"{count:,.0f} people")


def span(years: float) -> str:
    """Write a time in months or years, whichever is easier to grasp."""
    months = round(12 * years)
    if months < 24:
        return f"{months} month{'' if months == 1 else 's'}"
    return f"{years:.0f} years" if months % 12 == 0 or years >= 10 else f"{years:.1f} years"


def round_top(amount: float) -> float:
    """Return a round number of dollars not below the amount, for the top of an axis."""
    power = 10.0 ** floor(log10(max(amount, 0.01)))
    return next(step * power for step in TOPS if step * power >= amount * 0.999)
