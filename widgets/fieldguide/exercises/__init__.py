"""The exercises: one module each, named by its slug.

The book and the tests import them, and a few import each other: a guess asks the exercise that it is about, a
plan asks all that the reader answered.
"""
