package dev.millstream.engine.task;

import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.thread.Deadlines;
import dev.millstream.engine.thread.Mail;
import dev.millstream.engine.thread.Mailbox;
import dev.millstream.engine.thread.Pace;
import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.time.Clock;
import java.util.List;

/**
 * What a task does between records and when there are none: mail, deadlines, batches that have
 * waited long enough. Belongs to the task's thread.
 */
final class Cycle {
    private final Mailbox mailbox;
    private final Deadlines deadlines;
    private final TaskWaiting waiting;
    private final Clock clock;
    private final Marks marks;
    private final RecordWriter[] writers;
    private final Pace pace;
    private int recordsLeft = 1;

    Cycle(TaskScope scope, List<RecordWriter> writers) {
        this.mailbox = scope.mailbox();
        this.deadlines = scope.deadlines();
        this.waiting = scope.waiting();
        this.clock = scope.platform().clock();
        this.marks = scope.platform().marks();
        this.writers = writers.toArray(RecordWriter[]::new);
        this.pace = new Pace(clock.nanos());
    }

    /** To be called for each record: whether {@link #attend} is to be called now. */
    boolean isDue() {
        return --recordsLeft <= 0 || mailbox.hasMail();
    }

    /** A point where the simulation may let others run. */
    void pause() {
        waiting.pause();
    }

    /**
     * Does what is due.
     *
     * @param amongRecords whether more records of a batch follow
     */
    void attend(boolean amongRecords) throws Exception {
        if (amongRecords && mailbox.hasMail()) {
            marks.sometimes("task.mail.between.records");
        }
        pause();
        readMail();
        long nowNs = clock.nanos();
        if (deadlines.earliestNs() <= nowNs) {
            deadlines.fire(nowNs);
        }
        for (RecordWriter writer : writers) {
            if (writer.flushDeadlineNs() <= nowNs) {
                writer.flush();
            }
        }
        recordsLeft = pace.next(nowNs);
    }

    private void readMail() throws Exception {
        for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            mail.run();
        }
    }

    /**
     * There is nothing to do: sends all batches, and waits until there is, or something is due. May
     * return at once: when sending had to wait for room, input may have come meanwhile, whose
     * signal is then gone.
     */
    void idle() throws Exception {
        long waitsBefore = waiting.waits();
        for (RecordWriter writer : writers) {
            writer.flush();
        }
        long nowNs = clock.nanos();
        long earliestNs = deadlines.earliestNs();
        boolean sawAll = waiting.waits() == waitsBefore && !mailbox.hasMail();
        if (sawAll && earliestNs > nowNs) {
            waiting.idle(earliestNs == Long.MAX_VALUE ? Long.MAX_VALUE : earliestNs - nowNs);
            pace.restart(clock.nanos());
        }
        attend(false);
    }
}
