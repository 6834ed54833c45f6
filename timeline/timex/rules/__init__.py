"""Date rules, one module per family; a module here is found and registered by being here."""
