"""What is served: Streamlit and our few routes as one ASGI application."""
