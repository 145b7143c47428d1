"""The numbers that the explanations in the quiz of *The shopkeeper’s memory* rely on."""

from fieldguide import data, measures, worlds


def test_the_numbers_of_the_explanations():
    book = worlds.customer_book()
    once = book.past.frequency == 1
    assert round(5 * once.mean()) == 3
    assert round(100 * book.came[once].mean()) == 14
    assert round(100 * worlds.share_found("rfv")) == 57
    assert round(100 * worlds.share_found("lot")) == 29
    assert round(100 * worlds.receipts_pairs_right()) == 78
    assert worlds.share_found("expected") > 1.9 * worlds.share_found("lot")
    trusted = 100 * (worlds.found_with_talk(0.6, 0.6) - worlds.found_by_receipts())
    believed = 100 * (worlds.found_with_talk(0.6, 0.78) - worlds.found_by_receipts())
    assert abs(trusted) < 2
    assert believed < -2


def test_where_people_may_leave_at_any_time_the_surest_are_a_good_bet():
    shop, came = data.cdnow().tenth(), worlds.customer_book().came
    seen = measures.buying_history(shop.customer, shop.day, worlds.letters.DECISION_DAY)
    older = measures.ParetoNbd(r=0.553, alpha=10.578, s=0.606, beta=11.669)
    letters = len(came) // worlds.letters.ONE_IN
    picked = measures.picked(older.p_alive(seen.x, seen.t_x, seen.T), letters)
    assert round(100 * picked @ came / letters) == 55
    once = worlds.customer_book().past.frequency == 1
    # The other way: BG/NBD is as sure of each of those who bought once, and they are more than the letters.
    assert once.sum() > letters
    assert set(worlds.customer_book().scores["alive"][once]) == {1.0}
    repeaters = worlds.found_on_average(letters=4, repeaters=True).came
    assert repeaters["alive"] > 1.3 * repeaters["lot"]
