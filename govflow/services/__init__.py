"""Use cases: one public function per act. Owns transactions and authorisation; `govflow` re-exports it."""
