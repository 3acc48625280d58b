"""What builds the site: which packages, under which licenses, and what is known against them."""
