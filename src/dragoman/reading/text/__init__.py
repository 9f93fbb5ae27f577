"""The text as it stands: items (phrases of the lexicon, tokens), paragraphs and sentences, as ranges of offsets."""
