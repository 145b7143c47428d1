"""What a maintainer or a make target runs. ``python tools/make.py help`` lists the targets."""
