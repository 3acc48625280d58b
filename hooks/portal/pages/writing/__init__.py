"""What stands in a written page, and whether it is right; which written pages exist is known to ``portal.pages.written``."""
