package dev.millstream.taskmanager.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTableTest {
    private static final JobID JOB = new JobID(0, 1);
    private static final Epoch OLD = new Epoch(3, 0);
    private static final Epoch NEW = new Epoch(3, 1);

    private final JobTable table = new JobTable();

    @Test
    void shouldConnectToTheJobMasterOfANewJob() {
        assertThat(invite(OLD)).containsExactly(new JobEffect.Connect(JOB, "address", OLD));
        assertThat(invite(OLD)).isEmpty();
        assertThat(table.refusal(JOB, OLD)).isEmpty();
    }

    @Test
    void shouldOfferSlotsOnceConnected() {
        invite(OLD);
        assertThat(table.on(new JobEvent.Connected(JOB, OLD)))
                .containsExactly(new JobEffect.OfferSlots(JOB, OLD));
        assertThat(invite(OLD)).containsExactly(new JobEffect.OfferSlots(JOB, OLD));
    }

    @Test
    void shouldEvictTheOlderJobMasterWhenANewerOneComes() {
        invite(OLD);
        table.on(new JobEvent.Connected(JOB, OLD));
        List<JobEffect> effects = invite(NEW);
        assertThat(effects).hasSize(2);
        assertThat(effects.getFirst())
                .isInstanceOfSatisfying(
                        JobEffect.Evict.class,
                        evict -> {
                            assertThat(evict.epoch()).isEqualTo(OLD);
                            assertThat(evict.reason()).contains("epoch 3.1");
                        });
        assertThat(effects.getLast()).isEqualTo(new JobEffect.Connect(JOB, "address", NEW));
        assertThat(table.epoch(JOB)).contains(NEW);
    }

    @Test
    void shouldRefuseAnOlderJobMaster() {
        invite(NEW);
        assertThat(invite(OLD)).singleElement().isInstanceOf(JobEffect.Refuse.class);
        assertThat(table.refusal(JOB, OLD))
                .hasValueSatisfying(it -> assertThat(it).contains("3.0").contains("3.1"));
        assertThat(table.on(new JobEvent.Connected(JOB, OLD))).isEmpty();
        assertThat(table.on(new JobEvent.Disconnected(JOB, OLD, "gone"))).isEmpty();
        assertThat(table.jobs()).containsExactly(JOB);
    }

    @Test
    void shouldRefuseAJobMasterThatHasNoSlotYet() {
        assertThat(table.refusal(JOB, OLD)).isPresent();
        invite(OLD);
        assertThat(table.refusal(JOB, NEW)).isPresent();
    }

    @Test
    void shouldEvictTheJobWhenItsJobMasterIsGone() {
        invite(OLD);
        assertThat(table.on(new JobEvent.Disconnected(JOB, OLD, "gone")))
                .containsExactly(new JobEffect.Evict(JOB, OLD, "gone"));
        assertThat(table.jobs()).isEmpty();
        assertThat(table.on(new JobEvent.Disconnected(JOB, OLD, "gone"))).isEmpty();
    }

    @Test
    void shouldForgetAJobWithNothingLeft() {
        invite(OLD);
        assertThat(table.on(new JobEvent.Vacated(JOB, NEW))).isEmpty();
        assertThat(table.on(new JobEvent.Vacated(JOB, OLD)))
                .containsExactly(new JobEffect.Forget(JOB, OLD));
        assertThat(table.epoch(JOB)).isEmpty();
    }

    private List<JobEffect> invite(Epoch epoch) {
        return table.on(new JobEvent.Invited(JOB, "address", epoch));
    }
}
