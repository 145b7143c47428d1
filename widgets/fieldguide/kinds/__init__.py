"""Kinds of exercise that are made from data: a guess, a quiz, a sorter, a court, an audit, a recall."""
