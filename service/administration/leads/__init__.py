"""Who answers for a product or a project."""
