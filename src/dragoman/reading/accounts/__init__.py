"""Predicates → accounts: what points back is joined, what is new is entered, parents are linked."""
