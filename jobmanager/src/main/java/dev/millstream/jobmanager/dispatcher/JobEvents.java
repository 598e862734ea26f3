package dev.millstream.jobmanager.dispatcher;

import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.StateChange;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** Of all changes of a job those that are asked for long after. Bounded. */
final class JobEvents {
    private static final int MAX_FAILURES = 32;

    /** By status. */
    private final TreeMap<String, StateChange> statuses = new TreeMap<>();

    private final Deque<StateChange> failures = new ArrayDeque<>();

    void add(StateChange change, boolean ofJob) {
        if (ofJob) {
            statuses.put(change.state(), change);
        }
        if (change.failure().isPresent()) {
            failures.addLast(change);
            if (failures.size() > MAX_FAILURES) {
                failures.removeFirst();
            }
        }
    }

    JobHistory all() {
        return new JobHistory(
                statuses.values().stream()
                        .sorted(Comparator.comparingLong(StateChange::sequence))
                        .toList(),
                List.copyOf(failures));
    }
}
