"""Files about the site as a whole: sitemap, robots, hosts, the style sheet, the limits of weight."""
