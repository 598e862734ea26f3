package dev.millstream.api.connector.source.lib.range;

import dev.millstream.api.connector.source.SourceSplit;

/**
 * A range of numbers.
 *
 * @param splitId unique within the source
 * @param next the first number that is still to be read
 * @param end behind the last one
 */
public record RangeSplit(String splitId, long next, long end) implements SourceSplit {}
