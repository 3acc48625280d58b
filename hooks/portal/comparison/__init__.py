"""What a change alters on the public site: a portal as it was, and as it is proposed."""
