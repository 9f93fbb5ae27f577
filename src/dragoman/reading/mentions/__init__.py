"""What a text mentions: people with posts, groups, states, bodies, places, events and dates, with their spans."""
