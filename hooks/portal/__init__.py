"""Records of city diplomacy (YAML) become paired pages in Chinese and English.

The way of the data: ``data`` reads text, ``model`` gives it types and checks it, ``pages`` makes HTML, ``publish``
brings it into the site's folder; ``adapter`` does that within a run of MkDocs, of which nothing else knows.
"""
