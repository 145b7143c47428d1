"""Text and the parts' colors can be read on the page, light and dark (WCAG AA: a contrast of 4.5 to 1)."""

import re

import pytest

from tests.book.sources import BOOK

CSS = re.sub(r"/\*.*?\*/", "", (BOOK / "_static" / "book.css").read_text(encoding="utf-8"), flags=re.DOTALL)


def colors(selector):
    """Return the custom colors that the first rule with a selector sets."""
    rule = re.search(rf"(?:^|\n|, ){re.escape(selector)} \{{([^}}]*)\}}", CSS)
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})", rule[1]))


def luminance(color):
    """Return the relative luminance of #rrggbb, as WCAG defines it."""
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return the contrast of two colors, from 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def mixed(color, share, ground):
    """Return what ``color-mix(in srgb, color share%, ground)`` gives."""
    parts = [
        round(int(color[start : start + 2], 16) * share + int(ground[start : start + 2], 16) * (1 - share))
        for start in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


THEMES = {
    "light": ('html[data-theme="light"]', ""),
    "dark": ('html[data-theme="dark"]', 'html[data-theme="dark"] '),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("part", range(5))
def test_a_parts_color_can_be_read_as_ink(theme, part):
    own, prefix = THEMES[theme]
    base = colors(own)
    ink = colors(f'{prefix}body[data-part="{part}"]')["--part"] if part else base["--part"]
    page, surface = base["--pst-color-background"], base["--pst-color-surface"]
    for ground in (page, surface, mixed(ink, 0.06, page)):
        assert contrast(ink, ground) >= 4.5
        assert contrast(base["--pst-color-text-base"], ground) >= 7
        assert contrast(base["--pst-color-text-muted"], ground) >= 4.5


def test_the_measure_of_contrast_is_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")


def test_the_tint_is_mixed_as_measured_here():
    assert "--tint: color-mix(in srgb, var(--part) 6%, var(--pst-color-background))" in CSS
