"""``python -m portal`` is the command ``portal``."""

from __future__ import annotations

from portal.interruption import end_at_once, heed_interruptions


def run() -> None:
    """Run the command; an interruption is heeded from the beginning, even while the command is being loaded."""
    end_at_once()
    from portal.commands.main import main  # noqa: PLC0415

    heed_interruptions()
    main(prog_name="portal")


if __name__ == "__main__":
    run()
