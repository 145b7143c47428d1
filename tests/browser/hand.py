"""A reader's hand: works each kind of control in the page, and knows what value that should give."""

from fieldguide.controls import Amount, Choice, Moves, Number, Press, Several, Switch, Words


def row(section, name, kind):
    """Find the row of a control; controls stand in the page as they are declared."""
    index = list(kind.every_control()).index(name)
    return section.locator(".fg-control").nth(index)


def unfold(section):
    for fold in section.locator("details:not([open]) > summary").all():
        if fold.is_visible() and "assumes" in fold.text_content():
            fold.click()


def move(section, kind, name, value):
    """Move one control a little; return the value that the exercise should then have."""
    control = kind.every_control()[name]
    place = row(section, name, kind)
    if isinstance(control, Number):
        handle = place.get_by_role("slider")
        up = value + control.step <= control.high
        handle.focus()
        handle.press("ArrowRight" if up else "ArrowLeft")
        return control.check(value + (control.step if up else -control.step))
    if isinstance(control, Amount):
        wanted = control.high if value != control.high else control.low
        place.locator("input").fill(str(wanted))
        place.locator("input").press("Enter")
        return control.check(wanted)
    if isinstance(control, Choice):
        wanted = [key for key in control.options if key != value][-1]
        if control.style == "menu":
            place.locator("select").select_option(label=control.options[wanted])
        else:
            place.get_by_role("radio").nth(list(control.options).index(wanted)).check()
        return wanted
    if isinstance(control, Switch):
        place.locator("input").click()
        return not value
    if isinstance(control, Several):
        name = next(iter(control.options))
        place.get_by_role("group", name=control.label).get_by_label(control.options[name], exact=True).click()
        return [one for one in control.options if (one in value) != (one == name)]
    if isinstance(control, Words):
        place.locator("input, textarea").fill("It was counted <b>twice</b>.")
        return "It was counted <b>twice</b>."
    if isinstance(control, Moves):
        key = next(iter(control.options))
        place.locator(".fg-moves button").first.click()
        return [*value, key]
    assert isinstance(control, Press)
    place.locator("button").click()
    return True
