package dev.millstream.engine.barrier;

import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.output.RecordWriter;
import java.util.List;

/**
 * Where a barrier is handled. A barrier has passed through the task once it has come through all of
 * its input channels: then it goes on to all outputs. A channel through which it came is held back
 * by its gate until the others have caught up, so that what the operators have seen by then is
 * exactly what lies before the barrier (Carbone et al., "Lightweight Asynchronous Snapshots for
 * Distributed Dataflows", 2015).
 *
 * <p>Barriers of different checkpoints come in order on each channel. Belongs to the task's thread.
 */
public final class BarrierAlignment {
    private final List<RecordWriter> writers;
    private final Runnable resumeChannels;
    private final boolean[] through;
    private final boolean[] ended;
    private int open;
    private int waitedFor;
    private StreamEvent.Barrier current = NONE;

    private static final StreamEvent.Barrier NONE = new StreamEvent.Barrier(0, 0);

    /**
     * @param channels number of input channels, of all gates
     * @param writers the task's outputs
     * @param resumeChannels lets channels that were held back go on
     */
    public BarrierAlignment(int channels, List<RecordWriter> writers, Runnable resumeChannels) {
        this.writers = List.copyOf(writers);
        this.resumeChannels = resumeChannels;
        this.through = new boolean[channels];
        this.ended = new boolean[channels];
        this.open = channels;
    }

    /** A barrier has come through a channel. */
    public void arrived(int channel, StreamEvent.Barrier barrier) {
        if (barrier.checkpointId() > current.checkpointId()) {
            begin(barrier);
        }
        if (barrier.checkpointId() < current.checkpointId() || through[channel]) {
            throw new IllegalStateException(
                    "The barrier of checkpoint "
                            + barrier.checkpointId()
                            + " came through channel "
                            + channel
                            + " while that of checkpoint "
                            + current.checkpointId()
                            + " is under way");
        }
        through[channel] = true;
        waitedFor--;
        completeIfAligned();
    }

    /** A channel has ended: no barrier will come through it. */
    public void ended(int channel) {
        if (ended[channel]) {
            return;
        }
        ended[channel] = true;
        open--;
        if (waitedFor > 0 && !through[channel]) {
            waitedFor--;
            completeIfAligned();
        }
    }

    private void begin(StreamEvent.Barrier barrier) {
        current = barrier;
        waitedFor = open;
        for (int channel = 0; channel < through.length; channel++) {
            through[channel] = ended[channel];
        }
    }

    private void completeIfAligned() {
        if (waitedFor == 0) {
            for (RecordWriter writer : writers) {
                writer.broadcast(current);
            }
            resumeChannels.run();
        }
    }
}
