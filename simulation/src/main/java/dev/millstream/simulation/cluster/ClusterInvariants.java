package dev.millstream.simulation.cluster;

import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.rpc.endpoint.RpcOptions;
import dev.millstream.rpc.trace.RpcTrace;
import dev.millstream.simulation.invariant.Invariant;
import dev.millstream.simulation.invariant.RequestsEnd;
import dev.millstream.simulation.invariant.SlotsHaveOneOwner;
import dev.millstream.simulation.invariant.Traces;
import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.SimulationFailure;
import dev.millstream.taskmanager.TaskManagerOptions;
import java.util.List;
import java.util.Optional;

/** What is checked after each event of a cluster's run. */
final class ClusterInvariants {
    private static final long SLACK_NS = 5_000_000_000L;

    private final Scheduler scheduler;
    private final List<Invariant> invariants;
    private final RpcTrace trace;

    ClusterInvariants(Scheduler scheduler, Configuration configuration) {
        this.scheduler = scheduler;
        RequestsEnd requestsEnd =
                new RequestsEnd(
                        scheduler::nowNs,
                        configuration.get(RpcOptions.ASK_TIMEOUT).toNanos() + SLACK_NS,
                        Gateways.ALL);
        SlotsHaveOneOwner slots =
                new SlotsHaveOneOwner(
                        scheduler::nowNs,
                        configuration.get(JobManagerOptions.ORPHAN_TIMEOUT).toNanos()
                                + configuration.get(TaskManagerOptions.SLOT_TIMEOUT).toNanos()
                                + SLACK_NS);
        this.invariants = List.of(slots, requestsEnd);
        this.trace = new Traces(List.of(slots, requestsEnd));
        scheduler.observe(this::check);
    }

    RpcTrace trace() {
        return trace;
    }

    private void check() {
        for (int i = 0; i < invariants.size(); i++) {
            fail(invariants.get(i).violation(scheduler.nowNs()));
        }
    }

    void checkAtRest() {
        invariants.forEach(invariant -> fail(invariant.violationAtRest()));
    }

    private void fail(Optional<String> violation) {
        if (violation.isPresent()) {
            throw new SimulationFailure(scheduler.dump(violation.get()));
        }
    }
}
