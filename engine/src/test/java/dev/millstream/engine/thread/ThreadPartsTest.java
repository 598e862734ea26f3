package dev.millstream.engine.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.engine.failure.CancelTaskException;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.task.FailureInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ThreadPartsTest {
    /** A clock that stands still unless it is moved. */
    private static final class FakeClock implements Clock {
        private long nanos = 1_000;

        @Override
        public long wallMs() {
            return 0;
        }

        @Override
        public long nanos() {
            return nanos;
        }
    }

    private final FakeClock clock = new FakeClock();
    private final Deadlines deadlines = new Deadlines(clock);
    private final List<String> done = new ArrayList<>();

    private Cancellable schedule(long delayMs, String name) {
        return deadlines.schedule(delayMs, () -> done.add(name));
    }

    @Test
    void shouldFireWhatIsDueInOrder() throws Exception {
        schedule(5, "five");
        schedule(2, "two");
        schedule(2, "two again");
        schedule(9, "nine");

        clock.nanos += 5_000_000;
        deadlines.fire(clock.nanos);

        assertThat(done).containsExactly("two", "two again", "five");
        assertThat(deadlines.earliestNs()).isEqualTo(9_001_000);
    }

    @Test
    void shouldNotFireWhatWasCalledOff() throws Exception {
        schedule(1, "one").cancel();

        deadlines.fire(Long.MAX_VALUE);

        assertThat(done).isEmpty();
        assertThat(deadlines.earliestNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldLeaveTimeForOthersWhenADeadlineSchedulesItselfForAtOnce() throws Exception {
        deadlines.schedule(0, () -> schedule(0, "again"));

        deadlines.fire(clock.nanos);
        assertThat(done).isEmpty();
        deadlines.fire(clock.nanos);

        assertThat(done).containsExactly("again");
    }

    @Test
    void shouldHandMailOverInOrderAndDropItOnceClosed() throws Exception {
        Mailbox mailbox = new Mailbox();
        assertThat(mailbox.hasMail()).isFalse();
        mailbox.put(() -> done.add("first"));
        mailbox.put(() -> done.add("second"));
        for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            mail.run();
        }
        assertThat(mailbox.hasMail()).isFalse();

        mailbox.put(() -> done.add("third"));
        mailbox.close();
        mailbox.put(() -> done.add("fourth"));

        assertThat(mailbox.hasMail()).isFalse();
        assertThat(mailbox.poll()).isNull();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void shouldHandFailuresOverAsTheyWereThrown() throws Exception {
        Mailbox mailbox = new Mailbox();
        CompletableFuture<String> future = new CompletableFuture<>();
        mailbox.putAnswer(
                future.thenApply(text -> text),
                (result, failure) -> done.add(result + " " + failure));

        future.completeExceptionally(new IllegalStateException("why"));
        for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            mail.run();
        }

        assertThat(done).containsExactly("null " + new IllegalStateException("why"));
        assertThatThrownBy(future.thenApply(text -> text)::join)
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void shouldEndForTheFirstReasonOnly() {
        Ending ending = new Ending();
        assertThatCode(ending::check).doesNotThrowAnyException();
        EndRequest.Fail first = new EndRequest.Fail(FailureInfo.ofMessage("first"));

        assertThat(ending.request(first)).isTrue();
        assertThat(ending.request(new EndRequest.Cancel())).isFalse();

        assertThat(ending.decide()).isEqualTo(first);
        assertThatThrownBy(ending::check).isInstanceOf(CancelTaskException.class);
    }

    @Test
    void shouldIgnoreARequestThatComesTooLate() {
        Ending ending = new Ending();
        assertThat(ending.decide()).isNull();

        assertThat(ending.request(new EndRequest.Cancel())).isFalse();
        assertThat(ending.isRequested()).isFalse();
    }

    @Test
    void shouldLookAtTheClockOftenWhenRecordsAreSlowAndSeldomWhenTheyAreQuick() {
        Pace pace = new Pace(0);
        long nowNs = 0;
        int quick = 1;
        for (int round = 0; round < 20; round++) {
            nowNs += 50L * quick;
            quick = pace.next(nowNs);
        }
        assertThat(quick).isEqualTo(256);

        int slow = quick;
        for (int round = 0; round < 3; round++) {
            nowNs += 400_000L * slow;
            slow = pace.next(nowNs);
        }
        assertThat(slow).isEqualTo(1);
        pace.restart(nowNs);
        assertThat(pace.next(nowNs + 10)).isEqualTo(2);
    }
}
