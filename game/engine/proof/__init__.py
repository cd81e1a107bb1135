"""What a ruleset must show: courses, samples and the acceptance battery."""
