package dev.millstream.simulation.lane;

import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.TaskThreads;
import dev.millstream.simulation.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** Starts task threads, and knows which have not ended. */
public final class SimulatedTaskThreads implements TaskThreads {
    private final Scheduler scheduler;
    private final String process;
    private final List<SimulatedTaskThread> alive = new ArrayList<>();

    public SimulatedTaskThreads(Scheduler scheduler, String process) {
        this.scheduler = scheduler;
        this.process = process;
    }

    @Override
    public TaskThread start(String name, ClassLoader classLoader, TaskBody body, Runnable onExit) {
        scheduler.assertBaton();
        SimulatedTaskThread thread =
                new SimulatedTaskThread(
                        scheduler,
                        process + "/" + name,
                        classLoader,
                        body,
                        self -> {
                            alive.remove(self);
                            onExit.run();
                        });
        alive.add(thread);
        scheduler.ready(thread);
        return thread;
    }

    /** The names of those that have not ended, in the order of their start. */
    public List<String> alive() {
        return alive.stream().map(SimulatedTaskThread::name).toList();
    }
}
