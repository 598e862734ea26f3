package dev.millstream.jobmanager.resourcemanager.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.jobmanager.fixture.ManualPlatform;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotManagerTest {
    private static final JobID JOB = new JobID(0, 1);
    private static final JobID OTHER = new JobID(0, 2);
    private static final Epoch FIRST = new Epoch(1, 0);
    private static final Epoch SECOND = new Epoch(1, 1);

    private final SlotManager slots =
            new SlotManager(
                    new SlotManagerSettings(50, 10_000, 200), new ManualPlatform().randomness());
    private List<SlotEffect> last = List.of();

    @Test
    void shouldGrantSlotsInOrderOnceThereAreEnough() {
        declare(JOB, 3);
        register("tm-1", 2);
        assertThat(requests()).isEmpty();

        register("tm-2", 2);

        assertThat(requests())
                .extracting(request -> request.slot().toString())
                .containsExactly("tm-1#0", "tm-1#1", "tm-2#0");
        assertThat(requests())
                .allSatisfy(request -> {
                    assertThat(request.owner().job()).isEqualTo(JOB);
                    assertThat(request.owner().jobMaster()).isEqualTo(FIRST);
                    assertThat(request.jobMasterAddress()).isEqualTo("job-" + JOB);
                });
    }

    @Test
    void shouldGrantToJobsInTheOrderOfTheirDeclarations() {
        declare(OTHER, 2);
        declare(JOB, 2);

        register("tm-1", 3);

        assertThat(requests()).extracting(request -> request.owner().job()).containsOnly(OTHER);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void shouldLetASmallJobOvertakeOneThatCannotBeServed() {
        declare(OTHER, 5);
        declare(JOB, 1);

        register("tm-1", 2);

        assertThat(requests()).extracting(request -> request.owner().job()).containsExactly(JOB);
    }

    @Test
    void shouldNeverGrantHalfOfWhatAJobNeeds() {
        register("tm-1", 2);

        declare(JOB, 3);

        assertThat(requests()).isEmpty();
        assertThat(slots.taskManagers().getFirst().freeSlots()).isEqualTo(2);
    }

    @Test
    void shouldTryARefusedSlotAgainAfterAWhile() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot refused = requests().getFirst();

        answer(refused, SlotEvent.Answer.REFUSED);
        assertThat(requests()).isEmpty();
        fire(SlotEvent.RestOver.class);

        assertThat(requests()).hasSize(1);
        assertThat(requests().getFirst().owner().allocation())
                .isNotEqualTo(refused.owner().allocation());
    }

    @Test
    void shouldTakeBackASlotOfWhichNobodyKnowsWhetherItWasGranted() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot asked = requests().getFirst();

        answer(asked, SlotEvent.Answer.UNKNOWN);

        assertThat(only(SlotEffect.ReleaseSlot.class))
                .extracting(SlotEffect.ReleaseSlot::owner)
                .containsExactly(asked.owner());
        on(new SlotEvent.ReleaseAcknowledged(asked.slot(), asked.owner().allocation()));
        fire(SlotEvent.RestOver.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void shouldGrantAFreedSlotAnew() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot granted = requests().getFirst();
        answer(granted, SlotEvent.Answer.ACCEPTED);
        declare(OTHER, 1);
        assertThat(requests()).isEmpty();
        on(new SlotEvent.SlotsDeclared(new RequiredSlots(JOB, "job-" + JOB, 0), FIRST));

        on(new SlotEvent.SlotFreed(granted.slot(), granted.owner().allocation()));

        assertThat(requests()).extracting(request -> request.owner().job()).containsExactly(OTHER);
    }

    @Test
    void shouldNotGrantASlotAgainAtOnceThatItsJobHadToGiveUp() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot granted = requests().getFirst();
        answer(granted, SlotEvent.Answer.ACCEPTED);

        on(new SlotEvent.SlotFreed(granted.slot(), granted.owner().allocation()));
        assertThat(requests()).isEmpty();
        fire(SlotEvent.RestOver.class);

        assertThat(requests()).hasSize(1);
    }

    @Test
    void shouldIgnoreThatASlotIsFreeOfAnEarlierAllocation() {
        register("tm-1", 1);
        declare(JOB, 1);
        answer(requests().getFirst(), SlotEvent.Answer.ACCEPTED);

        on(new SlotEvent.SlotFreed(slot("tm-1", 0), new AllocationID(9, 9)));

        assertThat(state("tm-1", 0)).isInstanceOf(SlotState.Granted.class);
    }

    @Test
    void shouldOrphanSlotsOfAJobMasterThatIsGoneAndTakeThemBackInTime() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot granted = requests().getFirst();
        answer(granted, SlotEvent.Answer.ACCEPTED);

        on(new SlotEvent.JobMasterGone(JOB, FIRST, "crashed"));

        assertThat(only(SlotEffect.DropJob.class))
                .containsExactly(
                        new SlotEffect.DropJob(new ResourceID("tm-1"), JOB, FIRST, "crashed"));
        assertThat(state("tm-1", 0)).isInstanceOf(SlotState.Orphaned.class);
        fire(SlotEvent.OrphanDue.class);
        assertThat(only(SlotEffect.ReleaseSlot.class)).hasSize(1);
        fire(SlotEvent.OrphanDue.class);
        assertThat(only(SlotEffect.ReleaseSlot.class)).hasSize(1);
        on(new SlotEvent.SlotFreed(granted.slot(), granted.owner().allocation()));
        assertThat(state("tm-1", 0)).isInstanceOf(SlotState.Free.class);
    }

    @Test
    void shouldForgetAnOlderIncarnationOfAJobMaster() {
        register("tm-1", 2);
        declare(JOB, 1);
        answer(requests().getFirst(), SlotEvent.Answer.ACCEPTED);

        on(new SlotEvent.JobMasterRegistered(JOB, SECOND, "job-" + JOB));
        assertThat(only(SlotEffect.DropJob.class)).hasSize(1);
        on(new SlotEvent.SlotsDeclared(new RequiredSlots(JOB, "job-" + JOB, 1), SECOND));

        assertThat(requests()).hasSize(1);
        assertThat(requests().getFirst().owner().jobMaster()).isEqualTo(SECOND);
        assertThat(requests().getFirst().slot()).isEqualTo(slot("tm-1", 1));
        assertThat(slots.isOutdated(JOB, FIRST)).isTrue();
        assertThat(slots.isRegistered(JOB, SECOND)).isTrue();
    }

    @Test
    void shouldIgnoreTheEndOfAnOlderIncarnation() {
        on(new SlotEvent.JobMasterRegistered(JOB, FIRST, "job-" + JOB));
        on(new SlotEvent.JobMasterRegistered(JOB, SECOND, "job-" + JOB));

        on(new SlotEvent.JobMasterGone(JOB, FIRST, "late news"));

        assertThat(slots.isRegistered(JOB, SECOND)).isTrue();
    }

    @Test
    void shouldTellJobMastersOfALostTaskManagerAndGrantOthers() {
        register("tm-1", 1);
        declare(JOB, 1);
        answer(requests().getFirst(), SlotEvent.Answer.ACCEPTED);

        on(new SlotEvent.TaskManagerGone(new ResourceID("tm-1"), 1, "killed"));
        assertThat(only(SlotEffect.TellTaskManagerGone.class))
                .containsExactly(
                        new SlotEffect.TellTaskManagerGone(
                                JOB, FIRST, new ResourceID("tm-1"), 1, "killed"));
        register("tm-2", 1);

        assertThat(requests())
                .extracting(SlotEffect.RequestSlot::slot)
                .containsExactly(slot("tm-2", 0));
    }

    @Test
    void shouldWelcomeATaskManagerOnceAndKnowItThen() {
        RegisterTaskManager info = info("tm-1", 2);
        assertThat(slots.welcome(info, free("tm-1", 2)))
                .isEqualTo(new RegistrationResponse.AcknowledgeRegistration());
        register("tm-1", 2);

        assertThat(slots.welcome(info, free("tm-1", 2)))
                .isEqualTo(new RegistrationResponse.AlreadyRegistered());
    }

    @Test
    void shouldRefuseATaskManagerThatContradictsItself() {
        register("tm-1", 2);

        assertThat(slots.welcome(info("tm-2", 2), free("tm-2", 1)))
                .isInstanceOf(RegistrationResponse.RefuseRegistration.class);
        assertThat(slots.welcome(info("tm-1", 1), free("tm-1", 1)))
                .isInstanceOfSatisfying(
                        RegistrationResponse.RefuseRegistration.class,
                        refusal -> assertThat(refusal.reason()).contains("address-tm-1"));
    }

    @Test
    void shouldKeepItsBooksWhenATaskManagerRegistersAgain() {
        register("tm-1", 2);
        declare(JOB, 1);
        SlotEffect.RequestSlot granted = requests().getFirst();
        answer(granted, SlotEvent.Answer.ACCEPTED);

        registerWith(owned("tm-1", 0, JOB, granted.owner().allocation(), FIRST), "tm-1", 2);

        assertThat(last).noneMatch(SlotEffect.ReleaseSlot.class::isInstance);
        assertThat(state("tm-1", 0)).isEqualTo(new SlotState.Granted(granted.owner()));
    }

    @Test
    void shouldIgnoreLateNewsOfAnEarlierRegistration() {
        register("tm-1", 1);
        on(
                new SlotEvent.TaskManagerRegistered(
                        info("tm-1", 1).withRegistration(2), free("tm-1", 1)));

        on(new SlotEvent.TaskManagerGone(new ResourceID("tm-1"), 1, "its link broke"));

        assertThat(slots.isRegistered(new ResourceID("tm-1"), 2)).isTrue();
        assertThat(slots.taskManagers()).hasSize(1);
        on(new SlotEvent.TaskManagerGone(new ResourceID("tm-1"), 2, "killed"));
        assertThat(slots.taskManagers()).isEmpty();
    }

    @Test
    void shouldRefuseARegistrationThatIsOlderThanTheKnownOne() {
        register("tm-1", 1);

        assertThat(slots.welcome(info("tm-1", 1).withRegistration(0), free("tm-1", 1)))
                .isInstanceOf(RegistrationResponse.RefuseRegistration.class);
        assertThat(slots.welcome(info("tm-1", 1).withRegistration(2), free("tm-1", 1)))
                .isEqualTo(new RegistrationResponse.AlreadyRegistered());
    }

    @Test
    void shouldTakeForVoidWhatWasRequestedBeforeTheTaskManagerRegisteredAgain() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot lost = requests().getFirst();

        register("tm-1", 1);
        assertThat(requests()).hasSize(1);
        SlotEffect.RequestSlot next = requests().getFirst();
        assertThat(next.owner().allocation()).isNotEqualTo(lost.owner().allocation());
        answer(lost, SlotEvent.Answer.ACCEPTED);
        answer(lost, SlotEvent.Answer.UNKNOWN);

        assertThat(last).isEmpty();
        assertThat(state("tm-1", 0)).isEqualTo(new SlotState.Requested(next.owner()));
    }

    @Test
    void shouldKnowFromARegistrationThatARequestWasAccepted() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot asked = requests().getFirst();

        registerWith(owned("tm-1", 0, JOB, asked.owner().allocation(), FIRST), "tm-1", 1);
        answer(asked, SlotEvent.Answer.UNKNOWN);

        assertThat(state("tm-1", 0)).isEqualTo(new SlotState.Granted(asked.owner()));
    }

    @Test
    void shouldKeepWhatALivingJobMasterStillNeedsWhenATaskManagerComesBack() {
        register("tm-1", 1);
        declare(JOB, 1);
        SlotEffect.RequestSlot granted = requests().getFirst();
        answer(granted, SlotEvent.Answer.ACCEPTED);
        on(new SlotEvent.TaskManagerGone(new ResourceID("tm-1"), 1, "its link broke"));

        registerWith(owned("tm-1", 0, JOB, granted.owner().allocation(), FIRST), "tm-1", 1);

        assertThat(last).noneMatch(SlotEffect.ReleaseSlot.class::isInstance);
        assertThat(state("tm-1", 0)).isEqualTo(new SlotState.Granted(granted.owner()));
    }

    @Test
    void shouldTakeBackAtOnceWhatALivingJobMasterNoLongerCountsOn() {
        on(new SlotEvent.JobMasterRegistered(JOB, FIRST, "job-" + JOB));

        registerWith(owned("tm-1", 0, JOB, new AllocationID(5, 5), FIRST), "tm-1", 1);

        assertThat(only(SlotEffect.ReleaseSlot.class)).hasSize(1);
    }

    @Test
    void shouldWaitForTheJobMasterOfAnUnknownOwner() {
        registerWith(owned("tm-1", 0, JOB, new AllocationID(5, 5), FIRST), "tm-1", 1);
        assertThat(only(SlotEffect.ReleaseSlot.class)).isEmpty();

        on(new SlotEvent.JobMasterRegistered(JOB, FIRST, "job-" + JOB));

        assertThat(state("tm-1", 0)).isInstanceOf(SlotState.Granted.class);
    }

    @Test
    void shouldTakeBackWhatAnUnknownOwnerDoesNotClaim() {
        registerWith(owned("tm-1", 0, JOB, new AllocationID(5, 5), FIRST), "tm-1", 1);

        fire(SlotEvent.OrphanDue.class);

        assertThat(only(SlotEffect.ReleaseSlot.class)).hasSize(1);
    }

    @Test
    void shouldAskForMoreWhenATaskManagerIsGoneThatAJobOnlyHopedFor() {
        register("tm-1", 2);
        declare(JOB, 3);
        fire(SlotEvent.RequirementCheck.class);
        assertThat(slots.waitingSlots()).isEqualTo(3);
        timers.clear();

        on(new SlotEvent.TaskManagerGone(new ResourceID("tm-1"), 1, "killed"));
        fire(SlotEvent.RequirementCheck.class);

        assertThat(last).containsExactly(new SlotEffect.AskProvider(JOB, FIRST, 3));
    }

    @Test
    void shouldTellAJobHowManySlotsItCouldHaveWhenNoMoreCome() {
        register("tm-1", 2);
        declare(JOB, 3);
        fire(SlotEvent.RequirementCheck.class);
        assertThat(last).containsExactly(new SlotEffect.AskProvider(JOB, FIRST, 1));

        on(new SlotEvent.ProviderRefused(JOB, FIRST));
        assertThat(last).containsExactly(new SlotEffect.NotifyNotEnough(JOB, FIRST, 2));
        on(new SlotEvent.TaskManagerGone(new ResourceID("tm-1"), 1, "killed"));

        assertThat(last).contains(new SlotEffect.NotifyNotEnough(JOB, FIRST, 0));
    }

    @Test
    void shouldNotAskTheProviderWhenAJobHasItsSlots() {
        register("tm-1", 2);
        declare(JOB, 2);

        fire(SlotEvent.RequirementCheck.class);

        assertThat(last).isEmpty();
    }

    private List<SlotEffect> timers = new ArrayList<>();

    private void on(SlotEvent event) {
        last = slots.on(event, 0);
        last.stream().filter(SlotEffect.Later.class::isInstance).forEach(timers::add);
    }

    private void fire(Class<? extends SlotEvent> kind) {
        SlotEffect.Later timer =
                timers.stream()
                        .map(SlotEffect.Later.class::cast)
                        .filter(later -> kind.isInstance(later.event()))
                        .reduce((one, other) -> other)
                        .orElseThrow();
        on(timer.event());
    }

    private void declare(JobID job, int count) {
        if (!slots.isRegistered(job, FIRST)) {
            on(new SlotEvent.JobMasterRegistered(job, FIRST, "job-" + job));
        }
        on(new SlotEvent.SlotsDeclared(new RequiredSlots(job, "job-" + job, count), FIRST));
    }

    private void answer(SlotEffect.RequestSlot request, SlotEvent.Answer answer) {
        on(new SlotEvent.SlotRequestAnswered(request.slot(), request.owner().allocation(), answer));
    }

    private void register(String name, int count) {
        on(new SlotEvent.TaskManagerRegistered(info(name, count), free(name, count)));
    }

    private void registerWith(SlotStatus first, String name, int count) {
        List<SlotStatus> statuses = new ArrayList<>(free(name, count));
        statuses.set(0, first);
        on(new SlotEvent.TaskManagerRegistered(info(name, count), statuses));
    }

    private List<SlotEffect.RequestSlot> requests() {
        return only(SlotEffect.RequestSlot.class);
    }

    private <E extends SlotEffect> List<E> only(Class<E> kind) {
        return last.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private SlotState state(String name, int index) {
        return slots.slots().stream()
                .filter(view -> view.slot().equals(slot(name, index)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static SlotID slot(String name, int index) {
        return new SlotID(new ResourceID(name), index);
    }

    private static RegisterTaskManager info(String name, int count) {
        return new RegisterTaskManager(
                new ResourceID(name), "address-" + name, new Address(name, 1), name, count, 100, 1);
    }

    private static List<SlotStatus> free(String name, int count) {
        List<SlotStatus> statuses = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            statuses.add(new SlotStatus(slot(name, index), Optional.empty()));
        }
        return statuses;
    }

    private static SlotStatus owned(
            String name, int index, JobID job, AllocationID allocation, Epoch epoch) {
        return new SlotStatus(
                slot(name, index), Optional.of(new SlotStatus.Owner(job, allocation, epoch)));
    }
}
