"""What people ruled on what readers say: kept for good, and applied to every reading anew."""
