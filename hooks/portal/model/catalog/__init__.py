"""All public records together: who names whom, what is counted, what is due, what is doubtful."""
