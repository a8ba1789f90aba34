"""What is chosen, and the address that says so: the URL is the master, and any view is a link."""
