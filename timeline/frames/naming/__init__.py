"""Who is named: capitalised sequences, titles, short forms, pronouns and descriptions that point back."""
