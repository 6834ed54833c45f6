"""What is known of the world beyond the text: countries, places, organisations, national elections."""
