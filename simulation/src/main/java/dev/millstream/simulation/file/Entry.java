package dev.millstream.simulation.file;

/** What is at a path. */
sealed interface Entry permits FileContent, Folder {
    long modifiedMs();
}
