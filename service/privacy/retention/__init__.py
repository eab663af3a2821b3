"""Terms at whose end a person's data must go."""
