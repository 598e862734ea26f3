package org.example.job;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Blocks in one of its methods until it is interrupted, or released. */
public final class Stubborn extends RichMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Stage> STAGES = new ConcurrentHashMap<>();

    private final String name;
    private final String blocksIn;
    private final boolean heedsInterrupts;

    /**
     * One of these.
     *
     * @param name under which a test finds it; for one task
     * @param blocksIn open, map or close
     * @param heedsInterrupts whether one interrupt is enough
     */
    public Stubborn(String name, String blocksIn, boolean heedsInterrupts) {
        this.name = name;
        this.blocksIn = blocksIn;
        this.heedsInterrupts = heedsInterrupts;
        STAGES.put(name, new Stage());
    }

    /** Where a test and the function meet. */
    private static final class Stage {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger interrupts = new AtomicInteger();
    }

    /** Waits until the function blocks. */
    public void awaitBlocked() throws InterruptedException {
        stage().reached.await();
    }

    /** Lets it go on. */
    public void release() {
        stage().released.countDown();
    }

    /** How often it was interrupted. */
    public int interrupts() {
        return stage().interrupts.get();
    }

    private Stage stage() {
        @Nullable Stage stage = STAGES.get(name);
        if (stage == null) {
            throw new IllegalStateException("no stage");
        }
        return stage;
    }

    private void blockIn(String method) throws InterruptedException {
        if (!method.equals(blocksIn)) {
            return;
        }
        Stage stage = stage();
        stage.reached.countDown();
        while (stage.released.getCount() > 0) {
            try {
                stage.released.await();
            } catch (InterruptedException e) {
                stage.interrupts.incrementAndGet();
                if (heedsInterrupts) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        blockIn("open");
    }

    @Override
    public Long map(Long value) throws Exception {
        blockIn("map");
        return value;
    }

    @Override
    public void close() throws Exception {
        blockIn("close");
    }
}
