"""The register of decisions and of what seats have said."""
