package dev.millstream.jobmanager.jobmaster.splits;

import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.SplitEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The splits of one source that nobody has yet, and who has the others. A subtask gets those that
 * are meant for it first, then those that are local to its host, then those that are local nowhere,
 * then the rest; each in the order of arrival. What an attempt that ends badly had goes back to the
 * front.
 */
final class SplitQueue {
    private final TreeMap<Integer, Deque<SplitEvent.Available>> directed = new TreeMap<>();
    private final Deque<SplitEvent.Available> open = new ArrayDeque<>();
    private final TreeMap<ExecutionAttemptID, List<SplitEvent.Available>> assigned =
            new TreeMap<>();

    void add(SplitEvent.Available split) {
        queueOf(split).addLast(split);
    }

    /** Hands out the best split there is for a request. */
    Optional<SplitEvent.Available> next(SplitRequest request) {
        Optional<SplitEvent.Available> split = directedTo(request.attempt().subtask());
        if (split.isEmpty() && request.demanded()) {
            split =
                    take(some -> isLocal(some, request.host()))
                            .or(() -> take(some -> some.hosts().isEmpty()))
                            .or(() -> take(some -> true));
        }
        split.ifPresent(found ->
                assigned.computeIfAbsent(request.attempt(), _ -> new ArrayList<>()).add(found));
        return split;
    }

    /** Whether there is a split that whoever demands one may have. */
    boolean hasOpen() {
        return !open.isEmpty();
    }

    private Optional<SplitEvent.Available> directedTo(int subtask) {
        Deque<SplitEvent.Available> own = directed.get(subtask);
        return own == null ? Optional.empty() : Optional.ofNullable(own.pollFirst());
    }

    private Optional<SplitEvent.Available> take(Predicate<SplitEvent.Available> condition) {
        for (Iterator<SplitEvent.Available> all = open.iterator(); all.hasNext(); ) {
            SplitEvent.Available split = all.next();
            if (condition.test(split)) {
                all.remove();
                return Optional.of(split);
            }
        }
        return Optional.empty();
    }

    private static boolean isLocal(SplitEvent.Available split, String host) {
        return split.hosts().stream().anyMatch(some -> some.equalsIgnoreCase(host));
    }

    /** An attempt ended well: its splits are done. */
    void done(ExecutionAttemptID attempt) {
        assigned.remove(attempt);
    }

    /** An attempt ended badly: all that it had is to be read again. */
    void giveBack(ExecutionAttemptID attempt) {
        List<SplitEvent.Available> splits = assigned.remove(attempt);
        if (splits != null) {
            splits.reversed().forEach(split -> queueOf(split).addFirst(split));
        }
    }

    private Deque<SplitEvent.Available> queueOf(SplitEvent.Available split) {
        return split.subtask().isEmpty()
                ? open
                : directed.computeIfAbsent(split.subtask().getAsInt(), _ -> new ArrayDeque<>());
    }
}
