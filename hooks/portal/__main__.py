"""``python -m portal`` is the command ``portal``."""

from portal.commands.main import main

main(prog_name="portal")
