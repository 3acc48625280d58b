"""YAML is changed in place: every byte that a change does not concern stays."""
