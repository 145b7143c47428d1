"""Games in the page whose moves are locked until their time has come: one step of each control opens none."""

from fieldguide.exercises.whom_would_you_write_to import WEEKS, WhomWouldYouWriteTo


def test_letters_can_be_written_in_the_last_week_and_not_before(visit):
    name = WhomWouldYouWriteTo.slug
    visit.open("chapters/shopkeepers-memory.html")
    section = visit.wait(name)
    letter = section.locator(".fg-moves").get_by_role("button", name="A", exact=True)
    assert letter.is_disabled()
    week = section.get_by_role("slider").first
    week.focus()
    week.press("End")
    visit.until_says(name, WhomWouldYouWriteTo(week=WEEKS).sentence)
    letter.click()
    visit.until_says(name, WhomWouldYouWriteTo(week=WEEKS, moves=["A"]).sentence)
    section.get_by_role("button", name="Send the letters").click()
    visit.until_says(name, WhomWouldYouWriteTo(week=WEEKS, moves=["A", "send"]).sentence)
    assert not visit.errors
