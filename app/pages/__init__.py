"""The pages: layout only; what they show comes from one call."""
