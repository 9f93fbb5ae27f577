"""Who the people of a register are: mentions become persons, by their names, posts and the tenures that are known."""
