"""Links in prose and in written pages: one convention, and one judge of where they lead."""
