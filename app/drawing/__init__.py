"""Drawings through pyvis, as the page takes them."""
