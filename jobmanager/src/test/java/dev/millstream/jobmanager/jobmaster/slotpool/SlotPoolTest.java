package dev.millstream.jobmanager.jobmaster.slotpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotPoolTest {
    private static final ResourceID A = new ResourceID("a");
    private static final ResourceID B = new ResourceID("b");

    private final SlotPool pool =
            new SlotPool(
                    "wordcount",
                    List.of(new GroupRequirement("default", 2), new GroupRequirement("sinks", 1)),
                    300_000);

    @Test
    void shouldDeclareTheSumOverGroupsAndWait() {
        assertThat(pool.on(new SlotPoolEvent.Wanted(), 0))
                .containsExactly(
                        new SlotPoolEffect.Declare(3), new SlotPoolEffect.Await(1, 300_000));
    }

    @Test
    void shouldHandOutSlotsInOrderOnceAllAreThere() {
        pool.on(new SlotPoolEvent.Wanted(), 0);
        assertThat(pool.on(new SlotPoolEvent.Offered(B, List.of(offer(B, 0))), 0)).isEmpty();

        List<SlotPoolEffect> effects =
                pool.on(new SlotPoolEvent.Offered(A, List.of(offer(A, 1), offer(A, 0))), 0);

        assertThat(effects)
                .containsExactly(
                        new SlotPoolEffect.Filled(List.of(slot(A, 0), slot(A, 1), slot(B, 0))));
    }

    @Test
    void shouldNotAcceptMoreThanItNeeds() {
        pool.on(
                new SlotPoolEvent.Offered(
                        A, List.of(offer(A, 0), offer(A, 1), offer(A, 2), offer(A, 3))),
                0);

        assertThat(pool.holds(slot(A, 2).allocation())).isTrue();
        assertThat(pool.holds(slot(A, 3).allocation())).isFalse();
    }

    @Test
    void shouldAcceptARepeatedOfferOnce() {
        pool.on(new SlotPoolEvent.Wanted(), 0);
        for (int i = 0; i < 3; i++) {
            assertThat(pool.on(new SlotPoolEvent.Offered(A, List.of(offer(A, 0))), 0)).isEmpty();
        }
        assertThat(pool.holds(slot(A, 0).allocation())).isTrue();
    }

    @Test
    void shouldFillAtOnceWhenItKeptItsSlots() {
        fill();

        assertThat(pool.on(new SlotPoolEvent.Wanted(), 0))
                .contains(new SlotPoolEffect.Filled(List.of(slot(A, 0), slot(A, 1), slot(B, 0))))
                .noneMatch(SlotPoolEffect.Await.class::isInstance);
    }

    @Test
    void shouldWaitAgainForSlotsOfALostTaskManager() {
        fill();
        pool.on(new SlotPoolEvent.TaskManagerLost(A), 0);

        assertThat(pool.on(new SlotPoolEvent.Wanted(), 0))
                .contains(new SlotPoolEffect.Await(2, 300_000));
        assertThat(pool.holdsFrom(A)).isFalse();
        assertThat(pool.holdsFrom(B)).isTrue();
    }

    @Test
    void shouldSayWhichSlotsAreMissingAndWhatToDo() {
        pool.on(new SlotPoolEvent.Wanted(), 0);
        pool.on(new SlotPoolEvent.NotEnough(1), 0);

        assertThat(pool.on(new SlotPoolEvent.TimedOut(1), 300_000))
                .containsExactly(
                        new SlotPoolEffect.Missing(
                                "Job 'wordcount' needs 3 slots, but only 1 could be had within"
                                        + " 300.0 s (slot.request.timeout): 1 slot of slot sharing"
                                        + " group 'default', 1 slot of slot sharing group 'sinks'"
                                        + " are missing. Start more TaskManagers, give each more"
                                        + " slots (taskmanager.numberOfTaskSlots), lower the job's"
                                        + " parallelism, or wait until other jobs have ended."));
    }

    @Test
    void shouldNotTimeOutOnceFilled() {
        fill();

        assertThat(pool.on(new SlotPoolEvent.TimedOut(1), 300_000)).isEmpty();
    }

    @Test
    void shouldNotTimeOutForAnEarlierWait() {
        pool.on(new SlotPoolEvent.Wanted(), 0);
        pool.on(new SlotPoolEvent.NoLongerWanted(), 0);
        pool.on(new SlotPoolEvent.Wanted(), 0);

        assertThat(pool.on(new SlotPoolEvent.TimedOut(1), 300_000)).isEmpty();
        assertThat(pool.on(new SlotPoolEvent.TimedOut(2), 300_000)).hasSize(1);
    }

    @Test
    void shouldGiveAllBackAtTheEndAndAcceptNoMore() {
        fill();

        assertThat(pool.on(new SlotPoolEvent.Closed(), 0))
                .containsExactly(
                        new SlotPoolEffect.Declare(0),
                        new SlotPoolEffect.Free(List.of(slot(A, 0), slot(A, 1), slot(B, 0))));
        pool.on(new SlotPoolEvent.Offered(A, List.of(offer(A, 5))), 0);
        assertThat(pool.holdsFrom(A)).isFalse();
    }

    @Test
    void shouldReplaceASlotThatIsOfferedUnderAnotherAllocation() {
        fill();
        AllocationID fresh = new AllocationID(77, 77);

        pool.on(
                new SlotPoolEvent.Offered(
                        A, List.of(new SlotOffer(fresh, slot(A, 0).slot(), 1024))),
                0);

        assertThat(pool.holds(fresh)).isTrue();
        assertThat(pool.holds(slot(A, 0).allocation())).isFalse();
    }

    @Test
    void shouldGiveBackAnUnusableSlot() {
        fill();

        assertThat(pool.on(new SlotPoolEvent.Unusable(slot(A, 0).allocation()), 0))
                .containsExactly(new SlotPoolEffect.Free(List.of(slot(A, 0))));
        assertThat(pool.on(new SlotPoolEvent.Unusable(slot(A, 0).allocation()), 0)).isEmpty();
    }

    private void fill() {
        pool.on(new SlotPoolEvent.Wanted(), 0);
        pool.on(new SlotPoolEvent.Offered(A, List.of(offer(A, 0), offer(A, 1))), 0);
        pool.on(new SlotPoolEvent.Offered(B, List.of(offer(B, 0))), 0);
    }

    private static SlotOffer offer(ResourceID taskManager, int index) {
        PooledSlot slot = slot(taskManager, index);
        return new SlotOffer(slot.allocation(), slot.slot(), 1024);
    }

    private static PooledSlot slot(ResourceID taskManager, int index) {
        return new PooledSlot(
                new SlotID(taskManager, index),
                new AllocationID(taskManager.value().charAt(0), index));
    }
}
