package dev.millstream.program;

/** A user's record. */
record Word(String text, int count) {}
