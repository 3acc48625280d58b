"""Sentences that say how many of something there are, compared with what is counted."""
