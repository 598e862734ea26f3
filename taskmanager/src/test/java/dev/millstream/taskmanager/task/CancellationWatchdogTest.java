package dev.millstream.taskmanager.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationWatchdogTest {
    private final CancellationWatchdog watchdog = new CancellationWatchdog(1_000, 2_500);

    @Test
    void shouldInterruptAgainAndAgainAndThenGiveUp() {
        assertThat(request(100)).containsExactly(new WatchdogEffect.WakeAfter(1_000));
        assertThat(wake(1_100))
                .containsExactly(
                        new WatchdogEffect.Interrupt(1_000), new WatchdogEffect.WakeAfter(1_000));
        assertThat(wake(2_100))
                .containsExactly(
                        new WatchdogEffect.Interrupt(2_000), new WatchdogEffect.WakeAfter(500));
        assertThat(wake(2_600)).containsExactly(new WatchdogEffect.GiveUp(2_500));
        assertThat(wake(9_000)).isEmpty();
    }

    @Test
    void shouldInterruptBeforeItGivesUpHoweverLateItIsWoken() {
        request(0);
        assertThat(wake(7_000))
                .containsExactly(
                        new WatchdogEffect.Interrupt(7_000), new WatchdogEffect.WakeAfter(1));
        assertThat(wake(7_001)).containsExactly(new WatchdogEffect.GiveUp(7_001));
    }

    @Test
    void shouldNotBeginAnewWhenToldTwice() {
        request(0);
        assertThat(request(900)).isEmpty();
        assertThat(wake(1_000)).contains(new WatchdogEffect.Interrupt(1_000));
    }

    @Test
    void shouldDoNothingOnceTheTaskHasEnded() {
        request(0);
        assertThat(watchdog.on(new WatchdogEvent.Ended(), 500))
                .containsExactly(new WatchdogEffect.CancelWake());
        assertThat(wake(1_000)).isEmpty();
        assertThat(request(2_000)).isEmpty();
    }

    @Test
    void shouldDoNothingForATaskThatNobodyWantsToEnd() {
        assertThat(wake(5_000)).isEmpty();
    }

    @Test
    void shouldNeverGiveUpWithoutTimeout() {
        CancellationWatchdog patient = new CancellationWatchdog(10, 0);
        patient.on(new WatchdogEvent.EndRequested(), 0);
        assertThat(patient.on(new WatchdogEvent.Woken(), 1_000_000))
                .containsExactly(
                        new WatchdogEffect.Interrupt(1_000_000), new WatchdogEffect.WakeAfter(10));
    }

    @Test
    void shouldRefuseAnIntervalOfZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CancellationWatchdog(0, 1));
    }

    private List<WatchdogEffect> request(long nowMs) {
        return watchdog.on(new WatchdogEvent.EndRequested(), nowMs);
    }

    private List<WatchdogEffect> wake(long nowMs) {
        return watchdog.on(new WatchdogEvent.Woken(), nowMs);
    }
}
