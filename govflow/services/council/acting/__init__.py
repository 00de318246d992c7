"""What every act of a body has in common."""
