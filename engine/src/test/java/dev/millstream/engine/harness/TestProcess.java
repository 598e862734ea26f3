package dev.millstream.engine.harness;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.engine.task.TaskServices;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.platform.Platform;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.types.serialization.Serializers;
import java.util.concurrent.TimeUnit;

/** One process, as a TaskManager would be, with real threads. */
public final class TestProcess implements AutoCloseable {
    private final MachinePlatform machine = MachinePlatform.alone("test");
    private final MarkedPlatform platform = new MarkedPlatform(machine);
    private final CollectBuffers collectBuffers = new CollectBuffers();
    private final Configuration configuration = new Configuration();
    private final Exchange exchange;
    private long managedMemoryBytes = 16 << 20;

    public TestProcess() {
        ExchangeExtremes.set(configuration);
        exchange = new Exchange(platform, configuration);
        exchange.startLocal();
    }

    /** For tasks that are started from now on. */
    public TestProcess managedMemory(long bytes) {
        managedMemoryBytes = bytes;
        return this;
    }

    public Configuration configuration() {
        return configuration;
    }

    public Exchange exchange() {
        return exchange;
    }

    public CollectBuffers collectBuffers() {
        return collectBuffers;
    }

    public Platform platform() {
        return platform;
    }

    /** Whether the state of this name was reached. */
    public boolean isMarked(String name) {
        return platform.isMarked(name);
    }

    /** Starts all that the job consists of. */
    public TestJob start(JobGraph graph) {
        TestJob job = new TestJob(this, graph);
        job.deployReady();
        return job;
    }

    /** Compiles and starts a program. */
    public TestJob start(Programs.Body program) {
        return start(Programs.compile(program));
    }

    TaskServices services(TestJobMaster jobMaster, JobGraph graph) {
        ClassLoader loader = TestProcess.class.getClassLoader();
        Configuration merged = new Configuration(configuration);
        graph.configuration().forEach(merged::setString);
        return new TaskServices(
                platform,
                exchange,
                loader,
                new Serializers(loader),
                "localhost",
                "tm-1",
                merged,
                jobMaster,
                jobMaster,
                managedMemoryBytes,
                collectBuffers);
    }

    /** Waits until the exchange holds nothing; released files are deleted in the background. */
    public void awaitRest() {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!exchange.outstanding().isAtRest()) {
            if (System.nanoTime() > deadlineNs) {
                throw new IllegalStateException("Still held: " + exchange.outstanding());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        exchange.close().join();
        machine.close();
    }
}
