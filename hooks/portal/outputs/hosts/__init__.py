"""What web servers and other hosts are told: headers, media types, compression, caching, redirects."""
