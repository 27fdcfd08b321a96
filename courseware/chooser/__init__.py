"""The chooser: questions about a project, and a recommendation that says why."""
