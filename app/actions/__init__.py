"""What a user can do: a short function each, and the table that gives each its text, key and place in a menu."""
