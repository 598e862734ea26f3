package dev.millstream.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.typeinfo.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTagTest {
    @Test
    void shouldFindItsTypeInItsSubclass() {
        assertThat(new OutputTag<List<String>>("a") {}.getTypeInfo())
                .isEqualTo(Types.LIST(Types.STRING));
        assertThat(new OutputTag<>("a", Types.LONG).getTypeInfo()).isEqualTo(Types.LONG);
        assertThat(new OutputTag<String>("a").getTypeInfo().isKnown()).isFalse();
    }

    @Test
    void shouldEqualATagOfTheSameId() {
        assertThat(new OutputTag<String>("a") {})
                .isEqualTo(new OutputTag<String>("a"))
                .hasSameHashCodeAs(new OutputTag<String>("a"))
                .isNotEqualTo(new OutputTag<String>("b"));
        assertThatThrownBy(() -> new OutputTag<String>("")).hasMessageContaining("empty");
    }
}
