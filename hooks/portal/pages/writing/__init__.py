"""What stands in written pages, and whether it is right. Which there are is known to ``portal.pages.written``."""
