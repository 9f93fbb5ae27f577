"""What accounts were about: topics, and points with their act and who said them."""
