"""Inputs that nobody writes by hand, for everything of ours that reads text or bytes."""
