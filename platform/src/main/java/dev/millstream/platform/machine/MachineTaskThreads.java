package dev.millstream.platform.machine;

import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.TaskThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts one daemon thread a task. Thread-safe. */
final class MachineTaskThreads implements TaskThreads {
    private final Set<MachineTaskThread> live = ConcurrentHashMap.newKeySet();

    @Override
    public TaskThread start(String name, ClassLoader classLoader, TaskBody body, Runnable onExit) {
        MachineTaskThread created =
                new MachineTaskThread(name, classLoader, body, onExit, live::remove);
        live.add(created);
        created.start();
        return created;
    }

    int liveCount() {
        return live.size();
    }

    /** Interrupts all threads and waits so long for each to end. */
    void close(Duration patience) {
        live.forEach(MachineTaskThread::interrupt);
        for (MachineTaskThread thread : live) {
            thread.join(patience);
        }
    }
}
