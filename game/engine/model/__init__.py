"""The rules: choices, constants and equations of a street; knows no table, seat order or phase."""
