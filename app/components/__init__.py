"""The reusable pieces of a page: each module mounts one Streamlit component and says what was chosen in it.

A component's own script stands in ``static/`` and is fetched once; inline travels only the loader.
"""
