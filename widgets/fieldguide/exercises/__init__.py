"""The exercises: one module each, named by its slug. Nobody imports them but the book and the tests."""
