"""The numbers that the explanations in the quiz of *Wants* rely on."""

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.answer_then_classify import AnswerThenClassify
from fieldguide.exercises.what_would_they_pay import WhatWouldTheyPay

CLASSES = measures.KANO_CLASSES


def test_hot_water():
    must_be, dislike = 1, 4
    assert CLASSES[measures.kano_class(must_be, dislike)] == "M"
    assert CLASSES[measures.kano_class(0, dislike)] == "O"
    assert CLASSES[measures.kano_class(0, 0)] == "Q"


def test_thirty_members():
    counts = np.array([3, 5, 12, 10, 0, 0])
    holds = measures.kano_band([counts], resamples=4_000).holds[0]
    assert holds == pytest.approx(2 / 3, abs=0.03)
    assert counts[1] + counts[2] == 17
    assert CLASSES[measures.kano_category([3, 5, 10, 12, 0, 0])] == "I"
    assert measures.kano_band([counts]).worse_band[0, 0] > -0.5


def test_the_careless():
    window = 2
    few, many = (AnswerThenClassify(respondents=n, careless=40).result for n in (30, 300))
    assert many.wrong[window] > few.wrong[window]
    ticked = 0.6 * worlds.crowd_shares()[window] + 0.4 * np.array([3, 1, 3, 9, 7, 2]) / 25
    assert CLASSES[ticked.argmax()] == "I"
    assert CLASSES[worlds.crowd_shares()[window].argmax()] == "A"


def test_the_photo():
    photo = WhatWouldTheyPay().result.offers[4]
    assert (photo.letter, round(photo.buyers)) == ("I", 35)
    feel = worlds.FEATURES[4].feel
    assert (feel[3], feel[1] + feel[2]) == (40, 41)


def test_luck():
    assert measures.nps_rise_by_luck(1 / 2, 1 / 6, 100, 5) == pytest.approx(1 / 3, abs=0.02)
