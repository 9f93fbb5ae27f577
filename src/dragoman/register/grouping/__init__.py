"""Which accounts tell of one occasion: how alike two accounts are and why, and which are grouped together."""
