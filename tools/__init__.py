"""What a maintainer or a make target runs. ``python -m tools.make help`` lists the targets."""
