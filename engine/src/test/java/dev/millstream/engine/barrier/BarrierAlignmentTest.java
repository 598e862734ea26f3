package dev.millstream.engine.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.engine.exchange.element.StreamEvent.Barrier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarrierAlignmentTest {
    private final List<String> resumed = new ArrayList<>();

    private BarrierAlignment alignment(int channels) {
        return new BarrierAlignment(channels, List.of(), () -> resumed.add("resumed"));
    }

    @Test
    void shouldHoldChannelsBackUntilTheBarrierHasComeThroughAll() {
        BarrierAlignment alignment = alignment(3);

        alignment.arrived(2, new Barrier(1, 0));
        alignment.arrived(0, new Barrier(1, 0));
        assertThat(resumed).isEmpty();
        alignment.arrived(1, new Barrier(1, 0));

        assertThat(resumed).hasSize(1);
    }

    @Test
    void shouldNotWaitForChannelsThatHaveEnded() {
        BarrierAlignment alignment = alignment(3);
        alignment.ended(0);

        alignment.arrived(1, new Barrier(1, 0));
        assertThat(resumed).isEmpty();
        alignment.ended(2);
        assertThat(resumed).hasSize(1);
        alignment.arrived(1, new Barrier(2, 0));

        assertThat(resumed).hasSize(2);
    }

    @Test
    void shouldAlignOneCheckpointAfterTheOther() {
        BarrierAlignment alignment = alignment(2);

        for (int checkpoint = 1; checkpoint <= 3; checkpoint++) {
            alignment.arrived(checkpoint % 2, new Barrier(checkpoint, 0));
            alignment.arrived(1 - checkpoint % 2, new Barrier(checkpoint, 0));
        }

        assertThat(resumed).hasSize(3);
    }

    @Test
    void shouldRefuseABarrierThatComesTwice() {
        BarrierAlignment alignment = alignment(2);
        alignment.arrived(0, new Barrier(1, 0));

        assertThatThrownBy(() -> alignment.arrived(0, new Barrier(1, 0)))
                .hasMessageContaining("checkpoint 1 came through channel 0");
    }
}
