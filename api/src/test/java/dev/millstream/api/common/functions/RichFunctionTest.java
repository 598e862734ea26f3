package dev.millstream.api.common.functions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RichFunctionTest {
    static final class Asking extends RichMapFunction<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String map(String value) {
            return value;
        }
    }

    @Test
    void shouldSayThatTheContextIsNotThereYet() {
        assertThatThrownBy(() -> new Asking().getRuntimeContext())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Asking")
                .hasMessageContaining("open()");
    }
}
