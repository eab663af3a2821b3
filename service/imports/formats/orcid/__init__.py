"""The public record 3.0 of ORCID."""
