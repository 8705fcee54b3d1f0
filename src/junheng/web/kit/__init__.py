"""What every part of the site leans on: cryptography behind one door, encrypted columns, the file store, refusals."""
