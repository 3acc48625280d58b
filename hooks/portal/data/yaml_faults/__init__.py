"""What was done wrong in a text that is not YAML, at the place where it was done: found by mending it."""
