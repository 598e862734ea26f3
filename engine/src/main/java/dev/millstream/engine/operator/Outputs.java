package dev.millstream.engine.operator;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outputs of one operator.
 *
 * @param main for its main output; takes no notice of anything when nobody reads it
 * @param sides for its side outputs that somebody reads, by the tag's id
 * @param all each of them once, for what all must hear
 */
public record Outputs(Output main, Map<String, Output> sides, Output all) {
    public Outputs {
        sides = Collections.unmodifiableMap(new TreeMap<>(sides));
    }
}
