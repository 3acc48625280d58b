"""Maps that the build draws: land without borders as pictures, and places over them as part of a page."""
