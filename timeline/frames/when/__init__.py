"""When: the expression or the event that dates a mention, and the days that come of it."""
