package dev.millstream.simulation.file;

/** A folder; what is in it follows from the paths. */
record Folder(long modifiedMs) implements Entry {}
