package dev.millstream.api.connector.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which splits go to which readers.
 *
 * @param assignment by subtask
 */
public record SplitsAssignment<SplitT extends SourceSplit>(Map<Integer, List<SplitT>> assignment) {
    /** One split for one reader. */
    public SplitsAssignment(SplitT split, int subtaskId) {
        this(single(split, subtaskId));
    }

    private static <S> Map<Integer, List<S>> single(S split, int subtaskId) {
        Map<Integer, List<S>> map = new LinkedHashMap<>();
        map.put(subtaskId, List.of(split));
        return map;
    }
}
