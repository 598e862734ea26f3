package dev.millstream.benchmarks.process;

import java.nio.file.Path;

/**
 * What one run is to do.
 *
 * @param units of input: events, or copies of the text, or for latency seconds
 * @param input a folder with the text files, where there are any
 * @param results an empty folder
 */
public record Assignment(long units, Path input, Path results) {}
