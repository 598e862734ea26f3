package dev.millstream.jobmanager.dispatcher;

import dev.millstream.api.common.JobID;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All jobs that live, and the last ones that have ended. */
final class JobTable {
    private final int maxEnded;
    private final TreeMap<JobID, RunningJob> running = new TreeMap<>();
    private final TreeMap<JobID, JobRecord> records = new TreeMap<>();
    private final Deque<JobID> ended = new ArrayDeque<>();

    /**
     * @param maxEnded how many that have ended are remembered
     */
    JobTable(int maxEnded) {
        this.maxEnded = Math.max(1, maxEnded);
    }

    void add(RunningJob job) {
        running.put(job.record().id(), job);
        records.put(job.record().id(), job.record());
    }

    /** A job that has ended before. */
    void addEnded(JobRecord record) {
        records.put(record.id(), record);
        remember(record.id());
    }

    /** The job has ended; the oldest ended one is forgotten if there are too many. */
    void ended(JobID id) {
        if (running.remove(id) != null) {
            remember(id);
        }
    }

    private void remember(JobID id) {
        ended.addLast(id);
        if (ended.size() > maxEnded) {
            records.remove(ended.removeFirst());
        }
    }

    Optional<RunningJob> running(JobID id) {
        return Optional.ofNullable(running.get(id));
    }

    List<RunningJob> running() {
        return List.copyOf(running.values());
    }

    Optional<JobRecord> record(JobID id) {
        return Optional.ofNullable(records.get(id));
    }

    /** Those that live first, then those that have ended, the latest first. */
    List<JobRecord> records() {
        List<JobRecord> all = new ArrayList<>();
        running.values().forEach(job -> all.add(job.record()));
        ended.reversed().forEach(id -> record(id).ifPresent(all::add));
        return all;
    }
}
