package dev.millstream.engine.task;

import dev.millstream.engine.exchange.input.InputGate;
import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.protocol.task.TaskIoMetrics;
import java.util.List;

/**
 * Adds up what gates and writers have counted. Thread-safe.
 *
 * @param gates the task's inputs
 * @param writers the task's outputs
 */
record TaskCounts(List<InputGate> gates, List<RecordWriter> writers) {
    TaskCounts {
        gates = List.copyOf(gates);
        writers = List.copyOf(writers);
    }

    TaskIoMetrics now() {
        long recordsIn = 0;
        long bytesIn = 0;
        for (InputGate gate : gates) {
            recordsIn += gate.recordsIn();
            bytesIn += gate.bytesIn();
        }
        long recordsOut = 0;
        long bytesOut = 0;
        for (RecordWriter writer : writers) {
            recordsOut += writer.recordsOut();
            bytesOut += writer.bytesOut();
        }
        return new TaskIoMetrics(recordsIn, recordsOut, bytesIn, bytesOut);
    }
}
