"""Reads diplomatic readouts and keeps the register."""
