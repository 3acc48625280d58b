"""The entries of the timeline for the script that narrows it."""
