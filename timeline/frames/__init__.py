"""Events as sentences tell them: trigger gate, syntax, frames, roles, realis, claims, figures."""
