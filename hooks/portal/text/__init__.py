"""What text may consist of: characters, scripts and forms of characters, whoever wrote it and wherever it stands."""
