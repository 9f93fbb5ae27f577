"""Sentences → predicates: who did what to whom, under which cue, wherever a language puts what belongs to a verb."""
