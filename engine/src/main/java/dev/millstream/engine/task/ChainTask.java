package dev.millstream.engine.task;

import dev.millstream.engine.barrier.BarrierAlignment;
import dev.millstream.engine.chain.Chain;
import dev.millstream.engine.chain.ChainBuilder;
import dev.millstream.engine.chain.OperatorFactory;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.exchange.output.ResultPartition;
import dev.millstream.engine.function.TaskFacts;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.source.SourceLinks;
import dev.millstream.engine.source.SourceOperator;
import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.graph.chain.ChainDescriptor;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.streaming.api.environment.ProgramOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the chain of one subtask. */
final class ChainTask extends ThreadTask implements Task {
    private final List<InputGate> gates = new ArrayList<>();
    private final List<ResultPartition> partitions = new ArrayList<>();
    private @Nullable TaskScope scope;
    private @Nullable Chain chain;

    /** Volatile, as other threads ask for the counts; what it gives is safe to read by any. */
    private volatile Supplier<TaskIoMetrics> counts = () -> TaskIoMetrics.NONE;

    ChainTask(TaskDeploymentDescriptor descriptor, TaskServices services, TaskListener listener) {
        super(descriptor, services, listener, new TaskFacts(descriptor).getTaskNameWithSubtasks());
    }

    @Override
    void prepare(TaskWaiting waiting) {
        TaskServices services = services();
        // First of all, so that consumers needn't wait for what the user's code does when opened.
        for (ResultPartitionDescriptor result : descriptor().results()) {
            partitions.add(
                    services.exchange()
                            .createPartition(
                                    result, services.serializers(), waiting.thread(), waiting));
        }
        for (InputGateDescriptor input : descriptor().inputs()) {
            gates.add(
                    services.exchange()
                            .createGate(input, services.serializers(), waiting.thread()));
        }
        ChainDescriptor opened =
                UserBytes.open(
                        descriptor().code(), services.userClassLoader(), ChainDescriptor.class);
        TaskScope made = scope(waiting, opened.objectReuse());
        scope = made;
        Chain built =
                new ChainBuilder(
                                opened,
                                made,
                                partitions,
                                new OperatorFactory(sourceLinks(), services.collectBuffers()))
                        .build();
        chain = built;
        counts = new TaskCounts(gates, built.writers())::now;
        built.open();
    }

    private SourceLinks sourceLinks() {
        TaskServices services = services();
        return new SourceLinks(
                attempt(),
                services.hostName(),
                services.splitRequests(),
                services.coordinatorLink(),
                services.configuration().get(ProgramOptions.AUTO_WATERMARK_INTERVAL).toMillis(),
                services.configuration().get(ProgramOptions.SOURCE_IDLE_TIMEOUT).toMillis());
    }

    @Override
    void work() throws Exception {
        Chain open = chain();
        Cycle cycle = new Cycle(scope(), open.writers());
        if (open.head() instanceof SourceOperator source) {
            new SourceLoop(source, cycle).run();
        } else {
            inputLoop(open, cycle).run();
        }
        open.endInput();
        open.writers().forEach(RecordWriter::finish);
        announceBlockingResults();
        open.drain();
    }

    private InputLoop inputLoop(Chain open, Cycle cycle) {
        int channels = gates.stream().mapToInt(InputGate::channels).sum();
        BarrierAlignment barriers =
                new BarrierAlignment(
                        channels,
                        open.writers(),
                        () -> gates.forEach(InputGate::resumeAfterBarrier));
        return new InputLoop(gates, open.inputs(), open.head(), barriers, cycle);
    }

    private void announceBlockingResults() {
        for (ResultPartitionDescriptor result : descriptor().results()) {
            if (result.kind() == ResultKind.BLOCKING) {
                listener().onPartitionData(result.partition());
            }
        }
    }

    @Override
    @Nullable Throwable closeUserCode() {
        Chain open = chain;
        return open == null ? null : open.close();
    }

    @Override
    void release() {
        partitions.forEach(ResultPartition::close);
        gates.forEach(InputGate::close);
        // Nothing of the user's stays behind, however long somebody holds on to the task.
        TaskIoMetrics last = metrics();
        counts = () -> last;
        partitions.clear();
        gates.clear();
        chain = null;
        scope = null;
    }

    @Override
    public void sourceEvent(Bytes event) {
        mailbox()
                .put(() -> {
                    if (chain().head() instanceof SourceOperator source) {
                        source.sourceEvent(event);
                    }
                });
    }

    @Override
    public TaskIoMetrics metrics() {
        return counts.get();
    }

    private Chain chain() {
        Chain open = chain;
        if (open == null) {
            throw new IllegalStateException("The task's chain is not open");
        }
        return open;
    }

    private TaskScope scope() {
        TaskScope made = scope;
        if (made == null) {
            throw new IllegalStateException("The task is not prepared");
        }
        return made;
    }
}
