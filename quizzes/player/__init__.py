"""The player: a quiz that plays itself in a browser. Python emits the data, the scripts show and grade it."""
