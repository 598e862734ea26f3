package dev.millstream.taskmanager.job;

import dev.millstream.api.common.JobID;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The jobs that a TaskManager serves, each under one JobMaster at a time. A JobMaster of a newer
 * epoch replaces the older one: what belongs to that is failed and freed, and its calls are refused
 * from then on.
 *
 * <ul>
 *   <li>unknown → connecting: a slot is requested for the job;
 *   <li>connecting → connected: its JobMaster has answered;
 *   <li>connecting, connected → unknown: the JobMaster is gone, or nothing of the job is left.
 * </ul>
 *
 * <p>Not thread-safe: belongs to the main thread of its TaskExecutor.
 */
public final class JobTable {
    private record Entry(Epoch epoch, boolean connected) {}

    private final Map<JobID, Entry> jobs = new TreeMap<>();

    /** Decides what follows from an event. */
    public List<JobEffect> on(JobEvent event) {
        return switch (event) {
            case JobEvent.Invited invited -> invited(invited);
            case JobEvent.Connected(JobID job, Epoch epoch) -> connected(job, epoch);
            case JobEvent.Disconnected(JobID job, Epoch epoch, String reason) ->
                    disconnected(job, epoch, reason);
            case JobEvent.Vacated(JobID job, Epoch epoch) -> vacated(job, epoch);
        };
    }

    /** Why a call of a JobMaster is not obeyed; empty when it is. */
    public Optional<String> refusal(JobID job, Epoch epoch) {
        Entry entry = jobs.get(job);
        if (entry == null) {
            return Optional.of("This TaskManager has no slot for job " + job);
        }
        int order = epoch.compareTo(entry.epoch());
        if (order < 0) {
            return Optional.of(outdated(job, epoch, entry));
        }
        return order == 0
                ? Optional.empty()
                : Optional.of(
                        "This TaskManager serves epoch "
                                + entry.epoch()
                                + " of job "
                                + job
                                + " and no slot was requested yet for epoch "
                                + epoch);
    }

    private static String outdated(JobID job, Epoch epoch, Entry entry) {
        return "The JobMaster of job "
                + job
                + " with epoch "
                + epoch
                + " was replaced by one with epoch "
                + entry.epoch();
    }

    /** The epoch of the JobMaster that commands the job here. */
    public Optional<Epoch> epoch(JobID job) {
        return Optional.ofNullable(jobs.get(job)).map(Entry::epoch);
    }

    /** All jobs with something here. */
    public List<JobID> jobs() {
        return List.copyOf(jobs.keySet());
    }

    private List<JobEffect> invited(JobEvent.Invited event) {
        Entry entry = jobs.get(event.job());
        if (entry != null && event.epoch().compareTo(entry.epoch()) < 0) {
            return List.of(new JobEffect.Refuse(outdated(event.job(), event.epoch(), entry)));
        }
        if (entry != null && event.epoch().equals(entry.epoch())) {
            return entry.connected()
                    ? List.of(new JobEffect.OfferSlots(event.job(), event.epoch()))
                    : List.of();
        }
        List<JobEffect> effects = new ArrayList<>();
        if (entry != null) {
            effects.add(
                    new JobEffect.Evict(
                            event.job(),
                            entry.epoch(),
                            "its JobMaster was replaced by one with epoch " + event.epoch()));
        }
        jobs.put(event.job(), new Entry(event.epoch(), false));
        effects.add(new JobEffect.Connect(event.job(), event.address(), event.epoch()));
        return List.copyOf(effects);
    }

    private List<JobEffect> connected(JobID job, Epoch epoch) {
        Entry entry = jobs.get(job);
        if (entry == null || !entry.epoch().equals(epoch)) {
            return List.of();
        }
        jobs.put(job, new Entry(epoch, true));
        return List.of(new JobEffect.OfferSlots(job, epoch));
    }

    private List<JobEffect> disconnected(JobID job, Epoch epoch, String reason) {
        Entry entry = jobs.get(job);
        if (entry == null || epoch.compareTo(entry.epoch()) < 0) {
            return List.of();
        }
        jobs.remove(job);
        return List.of(new JobEffect.Evict(job, entry.epoch(), reason));
    }

    private List<JobEffect> vacated(JobID job, Epoch epoch) {
        Entry entry = jobs.get(job);
        if (entry == null || !entry.epoch().equals(epoch)) {
            return List.of();
        }
        jobs.remove(job);
        return List.of(new JobEffect.Forget(job, epoch));
    }
}
