"""Records of city diplomacy (YAML) become paired pages in Chinese and English.

The way of the data: ``data`` reads text, ``model`` gives it types and checks it, ``pages`` writes HTML;
``mkdocs_pages`` hands the pages to MkDocs, of which
only it and ``generated_page`` know anything.
"""
