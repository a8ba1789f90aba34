"""One module per command: ``add_to`` says what it takes, ``run`` does it and returns the exit code."""
