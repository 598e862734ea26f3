package dev.millstream.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.protocol.id.ResourceID;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static final PoolLimits LIMITS = new PoolLimits(1, 3, 2, 1_000, 10_000, 500);

    private final WorkerPool pool = new WorkerPool(LIMITS);
    private long nowMs = 1_000_000;

    @Test
    void shouldStartTheMinimumAtOnce() {
        assertThat(begin()).containsExactly(new WorkerEffect.Start("tm-1"));
    }

    @Test
    void shouldTakeProcessesOverThatRunAlready() {
        assertThat(begin("tm-7")).isEmpty();
        assertThat(on(new WorkerEvent.SlotsRequested(4)))
                .containsExactly(new WorkerEffect.Start("tm-8"));
    }

    @Test
    void shouldStartAsManyAsSlotsAreMissing() {
        begin();
        see(busy("tm-1"));

        assertThat(pool.canOffer(4)).isTrue();
        assertThat(on(new WorkerEvent.SlotsRequested(3)))
                .containsExactly(new WorkerEffect.Start("tm-2"), new WorkerEffect.Start("tm-3"));
    }

    @Test
    void shouldOfferNoMoreThanItsLimit() {
        begin();
        see(busy("tm-1"));

        assertThat(pool.canOffer(5)).isFalse();
    }

    @Test
    void shouldPromiseTheSlotsOfAStartingOneOnlyOnce() {
        begin();

        assertThat(on(new WorkerEvent.SlotsRequested(2))).isEmpty();
        assertThat(on(new WorkerEvent.SlotsRequested(2)))
                .containsExactly(new WorkerEffect.Start("tm-2"));
    }

    @Test
    void shouldReleaseWhatIsIdleForLongAboveTheMinimum() {
        begin();
        on(new WorkerEvent.SlotsRequested(4));
        see(busy("tm-1"), busy("tm-2"));
        see(idle("tm-1"), idle("tm-2"));

        assertThat(after(999)).isEmpty();
        assertThat(after(1))
                .containsExactly(
                        new WorkerEffect.Release(id("tm-1"), "it was idle for 1000 ms"),
                        new WorkerEffect.Stop("tm-1", "it was idle for 1000 ms"));
        assertThat(after(100_000)).isEmpty();
    }

    @Test
    void shouldKeepAFreeOneWhileAJobWaitsForMoreSlotsThanItHas() {
        begin();
        on(new WorkerEvent.SlotsRequested(4));
        seeWaiting(4, idle("tm-1"));
        assertThat(after(5_000)).isEmpty();
        seeWaiting(4, idle("tm-1"), idle("tm-2"));
        see(idle("tm-1"), idle("tm-2"));

        assertThat(after(999)).isEmpty();
        assertThat(after(1)).hasSize(2);
    }

    @Test
    void shouldReplaceOneThatHasEndedBeforeAJobGotItsSlots() {
        begin();
        seeWaiting(2, busy("tm-1"));
        on(new WorkerEvent.SlotsRequested(2));
        on(new WorkerEvent.Ended("tm-2"));
        assertThat(after(499)).isEmpty();
        assertThat(after(1)).containsExactly(new WorkerEffect.Start("tm-3"));
        on(new WorkerEvent.Ended("tm-3"));
        seeWaiting(0, busy("tm-1"));

        assertThat(after(100_000)).isEmpty();
    }

    @Test
    void shouldNotReleaseWhatHasWorkAgain() {
        begin();
        on(new WorkerEvent.SlotsRequested(4));
        see(idle("tm-1"), idle("tm-2"));
        after(900);
        see(busy("tm-1"), busy("tm-2"));
        see(idle("tm-1"), idle("tm-2"));

        assertThat(after(900)).isEmpty();
    }

    @Test
    void shouldReplaceOneThatEndsUnasked() {
        begin();
        see(busy("tm-1"));

        assertThat(on(new WorkerEvent.Ended("tm-1")))
                .containsExactly(
                        new WorkerEffect.Release(id("tm-1"), "its process has ended"),
                        new WorkerEffect.Start("tm-2"));
    }

    @Test
    void shouldWaitLongerTheMoreOftenStartsFail() {
        begin();

        assertThat(on(new WorkerEvent.Ended("tm-1"))).isEmpty();
        assertThat(after(499)).isEmpty();
        assertThat(after(1)).containsExactly(new WorkerEffect.Start("tm-2"));
        on(new WorkerEvent.Ended("tm-2"));
        assertThat(after(999)).isEmpty();
        assertThat(after(1)).containsExactly(new WorkerEffect.Start("tm-3"));
    }

    @Test
    void shouldEndOneThatDoesNotRegisterInTime() {
        begin();

        assertThat(after(10_000))
                .containsExactly(
                        new WorkerEffect.Stop("tm-1", "it has not registered in time"),
                        new WorkerEffect.Start("tm-2"));
    }

    @Test
    void shouldEndOneThatIsCutOffForLong() {
        begin();
        see(busy("tm-1"));
        see();

        assertThat(after(499)).isEmpty();
        assertThat(after(1))
                .containsExactly(
                        new WorkerEffect.Stop("tm-1", "it is cut off"),
                        new WorkerEffect.Start("tm-2"));
    }

    @Test
    void shouldKeepOneThatComesBack() {
        begin();
        see(busy("tm-1"));
        see();
        after(499);
        see(busy("tm-1"));

        assertThat(after(100_000)).isEmpty();
    }

    @Test
    void shouldAskToBeWokenForTheNextDeadline() {
        assertThat(pool.on(new WorkerEvent.Begun(List.of()), nowMs))
                .contains(new WorkerEffect.Wake(10_000));
    }

    private List<WorkerEffect> begin(String... running) {
        return on(new WorkerEvent.Begun(List.of(running)));
    }

    private void see(WorkerEvent.Seen... registered) {
        on(new WorkerEvent.Observed(Arrays.asList(registered), 0));
    }

    private List<WorkerEffect> seeWaiting(int slots, WorkerEvent.Seen... registered) {
        return on(new WorkerEvent.Observed(Arrays.asList(registered), slots));
    }

    private List<WorkerEffect> after(long ms) {
        nowMs += ms;
        return on(new WorkerEvent.TimePassed());
    }

    /** Without the requests to be woken, which most tests don't care for. */
    private List<WorkerEffect> on(WorkerEvent event) {
        List<WorkerEffect> effects = new ArrayList<>(pool.on(event, nowMs));
        effects.removeIf(WorkerEffect.Wake.class::isInstance);
        return effects;
    }

    private static WorkerEvent.Seen idle(String name) {
        return new WorkerEvent.Seen(name, id(name), true);
    }

    private static WorkerEvent.Seen busy(String name) {
        return new WorkerEvent.Seen(name, id(name), false);
    }

    private static ResourceID id(String name) {
        return new ResourceID(name + "-01234567");
    }
}
