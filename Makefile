# Every target is the same line: what it does stands in tools/, so `python tools/make.py book` does it without make.
PYTHON ?= python3

.PHONY: help book build test bench lab tidy lock upgrade clean
help book build test bench lab tidy lock upgrade clean:
	@$(PYTHON) tools/make.py $@
