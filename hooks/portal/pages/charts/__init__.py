"""Charts, drawn when a page is made: each module says where the parts of one sort of chart lie, templates draw them.

Nothing here knows a record, a language or a color: what a chart shows is given to it as numbers and words.
"""
