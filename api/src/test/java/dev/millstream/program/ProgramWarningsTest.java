package dev.millstream.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.core.execution.Program;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgramWarningsTest {
    /** Can't be taken apart. */
    public static final class Price {
        private final long cents;

        public Price(String text) {
            cents = text.length();
        }

        long cents() {
            return cents;
        }
    }

    /** Hashes itself, and can change. */
    public static class Place {
        public int row;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && that.row == row;
        }

        @Override
        public int hashCode() {
            return row;
        }
    }

    @Test
    void shouldNameTypesThatTheFallbackWrites() throws Exception {
        Program program =
                RecordingExecutor.submitted(env ->
                        env.fromSequence(1, 9)
                                .map(x -> new Price("x" + x))
                                .name("priced")
                                .map(Price::cents)
                                .sinkTo(new DiscardingSink<>()));
        assertThat(program.warnings()).hasSize(1);
        assertThat(program.warnings().getFirst())
                .contains("priced", Price.class.getName(), "no constructor without arguments")
                .contains("registerTypeWithSerializer");
    }

    @Test
    void shouldNotWarnOfTypesThatAreRefusedAnyway() throws Exception {
        Program program =
                RecordingExecutor.submitted(env -> {
                    env.getConfig().disableGenericTypes();
                    env.fromSequence(1, 9)
                            .map(x -> new Price("x" + x))
                            .sinkTo(new DiscardingSink<>());
                });
        assertThat(program.warnings()).isEmpty();
    }

    @Test
    void shouldWarnOfKeysThatCanChange() throws Exception {
        Program program =
                RecordingExecutor.submitted(env ->
                        env.fromSequence(1, 9)
                                .name("numbers")
                                .keyBy(x -> new Place(), Types.POJO(Place.class))
                                .reduce(Long::sum)
                                .sinkTo(new DiscardingSink<>()));
        assertThat(program.warnings()).hasSize(1);
        assertThat(program.warnings().getFirst())
                .contains("numbers", "ProgramWarningsTest.java:", Place.class.getName())
                .contains("can change", "Make it a record");
    }

    @Test
    void shouldNotWarnOfUsualKeys() throws Exception {
        Program program =
                RecordingExecutor.submitted(env -> {
                    env.fromSequence(1, 9).keyBy(x -> x).sum(0).sinkTo(new DiscardingSink<>());
                    env.fromSequence(1, 9)
                            .keyBy(x -> List.of(x), Types.LIST(Types.LONG))
                            .reduce(Long::sum)
                            .sinkTo(new DiscardingSink<>());
                });
        assertThat(program.warnings()).isEmpty();
    }

    @Test
    void shouldRefuseKeysOfArrayTypesAndSayWhatToUse() {
        assertThatThrownBy(() ->
                        RecordingExecutor.submitted(env ->
                                env.fromSequence(1, 9)
                                        .keyBy(x -> new byte[] {1})
                                        .reduce(Long::sum)
                                        .sinkTo(new DiscardingSink<>())))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("ProgramWarningsTest.java:")
                .hasMessageContaining("arrays are equal only to themselves; use a List");
    }
}
