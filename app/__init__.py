"""Therefore's faces: the web page and the command line. Thin, over ``graph``."""
