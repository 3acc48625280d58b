"""The check of words: every sentence of both languages against the term base. A module for each rule."""
