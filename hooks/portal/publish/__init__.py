"""Pages become a folder of files: only what changed is made again, and the last good site stays whole meanwhile."""
