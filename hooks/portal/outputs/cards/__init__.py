"""The cards that networks show for a link, and the icons: drawn at the build."""
