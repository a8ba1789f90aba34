"""Questions about evidence: what a gate accepts, what one study spans, how the knowledge stands."""
