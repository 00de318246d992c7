"""What is put to bodies, wherever it comes up."""
