"""Pure rules and frozen data of governance: no third-party package, no input or output."""
