package dev.millstream.engine.task;

import dev.millstream.engine.barrier.BarrierAlignment;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.input.Delivery;
import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.watermark.WatermarkValve;
import java.util.List;

/** Takes what comes through a task's input gates, and pushes it into the head of its chain. */
final class InputLoop {
    private final InputGate[] gates;

    /** For each gate: how many channels the gates before it have. */
    private final int[] firstChannel;

    /** For each gate: into the head's input that it feeds. */
    private final RecordPump[] pumps;

    private final WatermarkValve valve;
    private final BarrierAlignment barriers;
    private final Cycle cycle;

    /**
     * @param inputs for each gate, the head's logical input
     */
    InputLoop(
            List<InputGate> gates,
            List<Integer> inputs,
            Operator head,
            BarrierAlignment barriers,
            Cycle cycle) {
        this.gates = gates.toArray(InputGate[]::new);
        this.firstChannel = new int[gates.size()];
        this.pumps = new RecordPump[gates.size()];
        int channels = 0;
        for (int gate = 0; gate < gates.size(); gate++) {
            firstChannel[gate] = channels;
            channels += gates.get(gate).channels();
            pumps[gate] = RecordPump.of(head, inputs.get(gate) == 1, cycle);
        }
        this.valve = new WatermarkValve(channels, (Output) head);
        this.barriers = barriers;
        this.cycle = cycle;
    }

    /** Returns when all channels have ended. */
    void run() throws Exception {
        while (!isFinished()) {
            boolean idle = true;
            for (int gate = 0; gate < gates.length; gate++) {
                Delivery delivery = gates[gate].poll();
                if (delivery != null) {
                    idle = false;
                    cycle.pause();
                    take(gate, delivery);
                }
            }
            if (idle && !isFinished()) {
                cycle.idle();
            }
        }
    }

    private boolean isFinished() {
        for (InputGate gate : gates) {
            if (!gate.isFinished()) {
                return false;
            }
        }
        return true;
    }

    private void take(int gate, Delivery delivery) throws Exception {
        Batch batch = delivery.batch();
        pumps[gate].push(batch);
        StreamEvent event = batch.event();
        if (event != null) {
            handle(firstChannel[gate] + delivery.channel(), event);
        }
    }

    private void handle(int channel, StreamEvent event) {
        switch (event) {
            case StreamEvent.Watermark watermark ->
                    valve.watermark(channel, watermark.timestampMs());
            case StreamEvent.WatermarkStatus status -> valve.status(channel, status.idle());
            case StreamEvent.Barrier barrier -> barriers.arrived(channel, barrier);
            case StreamEvent.EndOfInput end -> {
                valve.ended(channel);
                barriers.ended(channel);
            }
        }
    }
}
