package dev.millstream.engine.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of one key and side, by their timestamps. */
final class TimedRecords {
    private final TreeMap<Long, List<Object>> records = new TreeMap<>();

    /** Adds one; returns whether it is the first with its timestamp. */
    boolean add(long timestamp, Object value) {
        List<Object> same = records.get(timestamp);
        boolean first = same == null;
        if (same == null) {
            same = new ArrayList<>(1);
            records.put(timestamp, same);
        }
        same.add(value);
        return first;
    }

    void remove(long timestamp) {
        records.remove(timestamp);
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Those from one time to another, both included. A view. */
    Iterable<Map.Entry<Long, List<Object>>> between(long from, long to) {
        return from > to ? List.of() : records.subMap(from, true, to, true).entrySet();
    }
}
