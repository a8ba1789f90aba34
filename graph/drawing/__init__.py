"""What is drawn: boxes and arrows with their places, colours and shapes, and the same as SVG."""
