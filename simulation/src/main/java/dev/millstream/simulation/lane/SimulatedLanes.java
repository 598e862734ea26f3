package dev.millstream.simulation.lane;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.Lanes;
import dev.millstream.simulation.scheduler.Scheduler;
import java.util.function.Consumer;

/** Makes lanes whose names begin with their process's. */
public final class SimulatedLanes implements Lanes {
    private final Scheduler scheduler;
    private final String process;

    public SimulatedLanes(Scheduler scheduler, String process) {
        this.scheduler = scheduler;
        this.process = process;
    }

    @Override
    public Lane create(String name, Consumer<Throwable> onFailure) {
        scheduler.assertBaton();
        return new SimulatedLane(scheduler, process + "/" + name, onFailure);
    }
}
