"""What a portal can count, computed from its records alone, once for each catalog."""
