"""The peer: Voici, which runs a notebook of ipywidgets in a static page as the book does."""
