"""Paths and answers in sentences; a lecture, stop by stop."""
