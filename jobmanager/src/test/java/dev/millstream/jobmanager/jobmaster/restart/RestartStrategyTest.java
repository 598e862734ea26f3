package dev.millstream.jobmanager.jobmaster.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.InvalidOptionException;
import org.junit.jupiter.api.Test;

class RestartStrategyTest {
    @Test
    void shouldGiveUpAtOnceByDefault() {
        assertThat(RestartStrategy.of(new Configuration()).onFailure(0))
                .isEqualTo(new RestartDecision.GiveUp(""));
    }

    @Test
    void shouldRestartAsOftenAsAllowedEachTimeAfterTheDelay() {
        RestartStrategy strategy =
                RestartStrategy.of(
                        new Configuration()
                                .setString("restart-strategy.type", "fixed-delay")
                                .setString("restart-strategy.fixed-delay.attempts", "2")
                                .setString("restart-strategy.fixed-delay.delay", "3 s"));

        assertThat(strategy.onFailure(10)).isEqualTo(new RestartDecision.RestartAfter(3000));
        assertThat(strategy.onFailure(20)).isEqualTo(new RestartDecision.RestartAfter(3000));
        assertThat(strategy.onFailure(30))
                .isEqualTo(
                        new RestartDecision.GiveUp(
                                "The job was restarted 2 times before;"
                                    + " restart-strategy.fixed-delay.attempts allows no more."));
    }

    @Test
    void shouldRefuseAnUnknownStrategy() {
        Configuration configuration =
                new Configuration().setString("restart-strategy.type", "sometimes");

        assertThatThrownBy(() -> RestartStrategy.of(configuration))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("restart-strategy.type")
                .hasMessageContaining("sometimes");
    }
}
