"""How fast, light and steady the live pages are, measured beside Voici: ``make bench`` runs it all."""
