"""Measure the built book beside Voici and print the table: ``python -m benchmarks``, by ``make bench``.

A round is a cold visit to ours, one to Voici's, a warm one to ours, one to Voici's, each side in a browser
profile of its own that was empty when the round began. So whatever slows the machine for a while slows both.
"""

from __future__ import annotations

import os
import platform
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from bs4 import BeautifulSoup
from fieldguide.exercises.fourth_purchase import FourthPurchase
from playwright.sync_api import sync_playwright

from benchmarks import host, reader, sites, slow, table
from benchmarks.host import Host, weight
from benchmarks.reader import LAPTOP, PHONE, Profile, Visit
from benchmarks.table import Row
from benchmarks.voici import site as voici
from tools.steps import BUILD, Failed, say

HTML = BUILD / "_build" / "html"
CHAPTER = "chapters/questions-your-crm-cannot-answer.html"
EXERCISE = "fourth-purchase"
SECOND_CHAPTER, SECOND_EXERCISE = "chapters/four-boxes.html", "all-four"
STEPS = 40
#: A slow phone: so many times slower than this machine, on a line of so many bytes per second.
SLOWER, LINE = 4 if slow.POSSIBLE else 1, 10e6 / 8
HEAVY = ("numpy", "pandas", "matplotlib")

#: What was measured, by name: one value a round, or one a step of the slider.
Figures = defaultdict[str, list[float]]


def rounds(count: int) -> tuple[Figures, list[str]]:
    """Measure everything `count` times; return the figures and what went wrong in a drag."""
    figures: Figures = defaultdict(list)
    faults: list[str] = []
    with (
        Host(HTML) as book,
        Host(voici.ready()) as peer,
        Host(sites.quizzes()) as quizzes,
        Host(sites.stock()) as stock,
        sync_playwright() as playwright,
    ):
        for number in range(1, count + 1):
            say(f"Round {number} of {count}.")
            profile = {name: Profile(playwright, reader.program(), **LAPTOP) for name in ("ours", "voici")}
            with profile["ours"] as ours, profile["voici"] as theirs:
                cold(figures, ours, book)
                peer_visit(figures, theirs, peer, "cold")
                faults += warm(figures, ours, book)
                peer_visit(figures, theirs, peer, "warm")
            with Profile(playwright, reader.program(), **LAPTOP) as one:
                light(figures, one, quizzes)
            with Profile(playwright, reader.program(), **PHONE) as one:
                phone(figures, one, book)
            with Profile(playwright, reader.program(), **PHONE) as one:
                stock_visit(figures, one, stock)
    return figures, faults


def cold(figures: Figures, profile: Profile, book: Host) -> None:
    """Open the chapter for the first time."""
    visit = arrive(figures, profile, book, "cold")
    figures["cold shift"].append(visit.ask("bench.shift"))
    figures["paint"].append(visit.ask("bench.paint()"))
    note_bytes(figures, "bytes", book.quiet())
    note_memory(figures, profile, "memory")


def warm(figures: Figures, profile: Profile, book: Host) -> list[str]:
    """Open it for the second time, work its slider, and go on to the next chapter."""
    visit = arrive(figures, profile, book, "warm")
    figures["warm shift"].append(visit.ask("bench.shift"))
    book.quiet()
    figures["step"] += visit.steps(EXERCISE, STEPS)
    drag = visit.drag(EXERCISE)
    figures["drag"].append(drag["rest"])
    figures["redraws"].append(drag["redraws"])
    note_memory(figures, profile, "memory after use")
    visit = profile.visit(f"{book.address}/{SECOND_CHAPTER}")
    visit.go(SECOND_EXERCISE)
    for mark, value in visit.marks(SECOND_EXERCISE).items():
        figures[f"second {mark}"].append(value)
    book.quiet()
    expected = FourthPurchase(end=int(drag["value"])).sentence
    return [] if drag["says"] == expected else [f"rests on {drag['value']} and says “{drag['says']}”"]


def arrive(figures: Figures, profile: Profile, book: Host, when: str) -> Visit:
    """Open the chapter, go to the exercise at once, wait until it is live."""
    visit = profile.visit(f"{book.address}/{CHAPTER}")
    visit.go(EXERCISE)
    for mark, value in visit.marks(EXERCISE).items():
        figures[f"{when} {mark}"].append(value)
    return visit


def peer_visit(figures: Figures, profile: Profile, peer: Host, when: str) -> None:
    """Open Voici's page and wait for its slider and its figure."""
    visit = profile.visit(f"{peer.address}/{voici.PAGE}")
    figures[f"voici {when} controls"].append(visit.ask(f"bench.seen({voici.SLIDER!r})"))
    figures[f"voici {when} live"].append(visit.ask(f"bench.seen({voici.FIGURE!r})"))
    given = peer.quiet()
    if visit.foreign:
        raise Failed(f"Voici asked another host: {visit.foreign[0]}")
    if when == "cold":
        figures["voici bytes"].append(weight(given))
        note_memory(figures, profile, "voici memory")


def note_bytes(figures: Figures, name: str, given: list[Path]) -> None:
    """Note the bytes of files, and apart what was sent once more, as to a service worker."""
    once = weight(list(set(given)))
    figures[name].append(once)
    figures[f"{name} again"].append(weight(given) - once)


def note_memory(figures: Figures, profile: Profile, name: str) -> None:
    """Note the memory of a page and its worker, where the system tells it."""
    own = reader.memory(profile.renderers())
    if own is not None:
        figures[name].append(own)


def light(figures: Figures, profile: Profile, quizzes: Host) -> None:
    """Open the page that has quizzes alone."""
    visit = profile.visit(f"{quizzes.address}/index.html")
    name = sites.QUIZZES[0]
    visit.go(name)
    marks = visit.marks(name)
    figures["quiz controls"].append(marks["controls"])
    figures["quiz gap"].append(marks["live"] - marks["controls"])
    given = quizzes.quiet()
    figures["quiz bytes"].append(weight(given))
    figures["quiz heavy"].append(sum(host.holds(file, package) for file in given for package in HEAVY))


def stock_visit(figures: Figures, profile: Profile, stock: Host) -> None:
    """Open the chapter as stock Jupyter Book shows it, on a phone, and count what it fetches."""
    visit = profile.visit(f"{stock.address}/{sites.STOCK}.html")
    visit.page.wait_for_load_state("load")
    figures["stock before"].append(weight(stock.quiet()))
    figures["stock foreign"].append(len(set(visit.foreign)))


def phone(figures: Figures, profile: Profile, book: Host) -> None:
    """Open the chapter on a slow phone and a slow line; touch the exercise, which starts nothing before."""
    book.bytes_per_second = LINE
    try:
        with slow.Slowed(profile.renderers, SLOWER):
            visit = profile.visit(f"{book.address}/{CHAPTER}")
            visit.go(EXERCISE)
            visit.page.wait_for_load_state("load")
            note_bytes(figures, "before", book.quiet())
            figures["phone paint"].append(visit.ask("bench.paint()"))
            section = visit.page.locator(f'[data-exercise="{EXERCISE}"]')
            section.tap(position={"x": 3, "y": 3})
            marks = visit.marks(EXERCISE)
            touched = visit.ask("bench.touched")
    finally:
        book.bytes_per_second = None
    for mark, value in marks.items():
        figures[f"phone {mark}"].append(value - touched)
    figures["phone shift"].append(visit.ask("bench.shift"))
    book.quiet()


def readable() -> str:
    """Return what the HTML itself lacks of the exercise, or nothing."""
    page = BeautifulSoup((HTML / CHAPTER).read_text(encoding="utf-8"), "html.parser")
    section = page.select_one(f'section.exercise[data-exercise="{EXERCISE}"]')
    wanted = {
        "figure": '[data-role="figure"] svg',
        "sentence": '[data-role="says"]',
        "controls": "input, .widget-label",
    }
    lacks = [name for name, selector in wanted.items() if not section.select_one(selector)]
    if not section.select_one(wanted["sentence"]).get_text(strip=True):
        lacks.append("words in its sentence")
    return f"lacks {', '.join(lacks)}" if lacks else ""


def rows(figures: Figures, faults: list[str]) -> list[Row]:
    """Hold the figures against the goals."""
    f = figures
    step, shift = f["step"], max(f["cold shift"] + f["warm shift"] + f["phone shift"])
    ours = HTML / "_static" / "livepage"
    scripts = [file for file in ours.rglob("*.js") if "runtime" not in file.relative_to(ours).parts]
    scripts += HTML.glob("livepage*.js")  # a service worker stands at the book's top
    slower = f"{SLOWER} times slower" if SLOWER > 1 else "as fast as this machine"
    heavy = int(max(f["quiz heavy"]))
    drag = table.at_most("A drag of 60 moves rests on its last value", median(f["drag"]), 300, " ms")
    if faults:
        drag = replace(drag, figure=faults[0], met=False)
    part = table.share
    return [
        table.must(
            "Exercise readable before any script",
            readable(),
            f"figure, sentence and controls in the HTML; first paint after {table.seconds(f['paint'])}",
            "in the HTML",
        ),
        table.at_most("Layout shift until live, the largest of all visits", shift, 0.02, ""),
        part("Controls answer, cold", f["cold controls"], f["voici cold controls"], 0.10),
        part("Controls answer, warm", f["warm controls"], f["voici warm controls"], 0.10),
        part("Figure and sentence from Python, cold", f["cold live"], f["voici cold live"], 0.25),
        part("Figure and sentence from Python, warm", f["warm live"], f["voici warm live"], 0.25),
        table.at_most("A step of the slider, median", median(step), 80, " ms", f" of {len(step)} steps"),
        table.at_most("A step of the slider, 95th percentile", table.percentile(step, 95), 150, " ms"),
        drag,
        table.must(
            "A page of quizzes, sorters and audits alone",
            f"fetches {heavy} files of theirs" if heavy else "",
            f"none; {table.megabytes(median(f['quiz bytes']))} fetched, controls after "
            f"{table.seconds(f['quiz controls'])}, live {median(f['quiz gap']):.0f} ms later",
            "no numpy, pandas, matplotlib",
        ),
        table.at_most("JavaScript of ours and ipywidgets, gzipped", weight(scripts) / 1000, 300, " kB"),
        Row(
            "Fetched before Python starts, gzipped",
            f"{twice(f, 'before')}; the chapter by stock Jupyter Book "
            f"{table.megabytes(median(f['stock before']))}, not counting "
            f"{max(f['stock foreign']):.0f} files of other hosts",
        ),
        Row(
            "Whole cold start, gzipped",
            f"{twice(f, 'bytes')}; Voici {table.megabytes(median(f['voici bytes']))}",
        ),
        Row(
            "Second chapter of a visit",
            f"controls {table.seconds(f['second controls'])}, figure {table.seconds(f['second live'])}",
        ),
        Row("Own memory of page and worker (private bytes of the renderer)", memories(f)),
        Row(
            f"A phone: 360 px, {slower}, {LINE * 8 / 1e6:.0f} Mbit/s",
            f"first paint {table.seconds(f['phone paint'])}; from the touch: "
            f"controls {table.seconds(f['phone controls'])}, figure {table.seconds(f['phone live'])}",
        ),
    ]


def twice(f: Figures, name: str) -> str:
    """Say bytes that were fetched, and how many of them a second time."""
    again = median(f[f"{name} again"])
    more = f" and {table.megabytes(again)} of it once more, kept for reading offline" if again else ""
    return f"{table.megabytes(median(f[name]))}{more}"


def memories(f: Figures) -> str:
    """Say the memory, or why it was not measured."""
    if not f["memory"]:
        return "not measured: this system has no /proc"
    ours, used, theirs = (
        table.megabytes(median(f[name])) for name in ("memory", "memory after use", "voici memory")
    )
    return f"{ours} when live, {used} after {STEPS} steps and a drag; Voici {theirs}"


def head(count: int, browser: str) -> str:
    """Say when, where and beside what it was measured."""
    return (
        f"Measured on {date.today():%Y-%m-%d} in {count} round{'s' * (count > 1)}: {processor()}, "
        f"{os.cpu_count()} cores, {platform.system()}, {busy()}; {browser}; "
        f"a static host on the same machine, without compression. Beside {voici.version()}, with Pyodide "
        f"{voici.runtime.LOCK['pyodide']} on both sides, no other host. Medians (smallest to largest)."
    )


def busy() -> str:
    """Say how busy the machine is; asked before the measuring, which keeps it busy itself."""
    return f"load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else "load not known"


def processor() -> str:
    """Return the name of the machine's processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def browser() -> str:
    """Return the browser's name and version."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=reader.program(), args=reader.QUIET)
        version = started.version
        started.close()
    return f"Chromium {version}"


def main() -> None:
    """Measure, print the table, and keep it."""
    count = int(os.environ.get("RUNS", "5"))
    first_words = head(count, browser())
    try:
        figures, faults = rounds(count)
    except (Failed, reader.AnswerError) as problem:
        sys.exit(str(problem))
    text = table.markdown(first_words, rows(figures, faults))
    (voici.HOME / "table.md").write_text(text, encoding="utf-8")
    say("\n" + text)


if __name__ == "__main__":
    main()
