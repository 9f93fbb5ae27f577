"""Questions asked of readings and of the register, answered as text, tables and pages."""
