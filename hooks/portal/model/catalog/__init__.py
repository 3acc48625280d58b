"""All public records together: which refer to which, what is counted, what is due, and what is in doubt."""
