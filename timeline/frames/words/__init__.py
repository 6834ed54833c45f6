"""Word lists and semantic classes: TOML files, and what reads them."""
