"""Turns records of city diplomacy (YAML) into paired pages in Chinese and English.

The path of the data: ``data`` reads text, ``model`` gives it types and checks it, ``pages`` makes HTML, ``publish``
puts it into the site's folder; ``adapter`` does that within a run of MkDocs. Nothing else knows of MkDocs.
"""
