package dev.millstream.taskmanager.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.RegistrationResponse.AcknowledgeRegistration;
import dev.millstream.protocol.resourcemanager.RegistrationResponse.AlreadyRegistered;
import dev.millstream.protocol.resourcemanager.RegistrationResponse.RefuseRegistration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private final Registration registration = new Registration(new Backoff(100, 350, 3_000));

    @BeforeEach
    void start() {
        assertThat(registration.on(new RegistrationEvent.Start()))
                .containsExactly(new RegistrationEffect.Attempt(1));
    }

    @Test
    void shouldBeRegisteredOnceAcknowledged() {
        assertThat(answer(1, new AcknowledgeRegistration()))
                .containsExactly(new RegistrationEffect.Established(1));
        assertThat(registration.isRegistered()).isTrue();
    }

    @Test
    void shouldBeRegisteredWhenKnownAlready() {
        assertThat(answer(1, new AlreadyRegistered()))
                .containsExactly(new RegistrationEffect.Established(1));
    }

    @Test
    void shouldTryAgainLaterWhenRefused() {
        assertThat(answer(1, new RefuseRegistration("no")))
                .containsExactly(
                        new RegistrationEffect.Refused(1, "no"),
                        new RegistrationEffect.RetryAfter(1, 3_000, "no"));
        assertThat(registration.isRegistered()).isFalse();
        assertThat(registration.on(new RegistrationEvent.RetryDue(1)))
                .containsExactly(new RegistrationEffect.Attempt(2));
    }

    @Test
    void shouldDoubleItsDelayUpToTheLimit() {
        assertThat(delayAfterFailure(1)).isEqualTo(100);
        assertThat(delayAfterFailure(2)).isEqualTo(200);
        assertThat(delayAfterFailure(3)).isEqualTo(350);
        assertThat(delayAfterFailure(4)).isEqualTo(350);
    }

    @Test
    void shouldBeginWithTheShortDelayAgainAfterSuccess() {
        delayAfterFailure(1);
        delayAfterFailure(2);
        answer(3, new AcknowledgeRegistration());
        lost(3);
        assertThat(delayAfterFailure(4)).isEqualTo(100);
    }

    @Test
    void shouldRegisterAgainWhenTheConnectionIsLost() {
        answer(1, new AcknowledgeRegistration());
        assertThat(lost(1))
                .containsExactly(
                        new RegistrationEffect.Broken(1, "lost"),
                        new RegistrationEffect.Attempt(2));
        assertThat(registration.isRegistered()).isFalse();
    }

    @Test
    void shouldGiveUpAnAttemptWhoseConnectionIsLostBeforeTheAnswer() {
        assertThat(registration.isAttempting(1)).isTrue();
        assertThat(lost(1)).containsExactly(new RegistrationEffect.RetryAfter(1, 100, "lost"));
        assertThat(registration.isAttempting(1)).isFalse();
        assertThat(answer(1, new AcknowledgeRegistration())).isEmpty();
        assertThat(registration.isRegistered()).isFalse();
        assertThat(registration.on(new RegistrationEvent.RetryDue(1)))
                .containsExactly(new RegistrationEffect.Attempt(2));
    }

    @Test
    void shouldIgnoreWhatBelongsToAnEarlierAttempt() {
        delayAfterFailure(1);
        assertThat(answer(1, new AcknowledgeRegistration())).isEmpty();
        answer(2, new AcknowledgeRegistration());
        assertThat(lost(1)).isEmpty();
        assertThat(registration.isRegistered()).isTrue();
        assertThat(registration.on(new RegistrationEvent.RetryDue(1))).isEmpty();
    }

    @Test
    void shouldDoNothingOnceStopped() {
        registration.on(new RegistrationEvent.Stop());
        assertThat(answer(1, new AcknowledgeRegistration())).isEmpty();
        assertThat(registration.isRegistered()).isFalse();
    }

    @Test
    void shouldNotStartTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> registration.on(new RegistrationEvent.Start()));
    }

    @Test
    void shouldRefuseSenselessDelays() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(2, 1, 1));
    }

    private List<RegistrationEffect> answer(int attempt, RegistrationResponse response) {
        return registration.on(new RegistrationEvent.Answered(attempt, response));
    }

    private List<RegistrationEffect> lost(int attempt) {
        return registration.on(new RegistrationEvent.ConnectionLost(attempt, "lost"));
    }

    private long delayAfterFailure(int attempt) {
        List<RegistrationEffect> effects =
                registration.on(new RegistrationEvent.AttemptFailed(attempt, "down"));
        registration.on(new RegistrationEvent.RetryDue(attempt));
        return ((RegistrationEffect.RetryAfter) effects.getFirst()).delayMs();
    }
}
