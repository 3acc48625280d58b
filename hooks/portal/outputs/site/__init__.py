"""What a site has besides its pages: for hosts, browsers, robots, and the weight of it all."""
