"""What a portal is published as besides its pages: a room for each output. None knows how files reach the site."""
