package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.sample.Samples.Boxes;
import dev.millstream.types.sample.Samples.Collections;
import dev.millstream.types.sample.Samples.Form;
import dev.millstream.types.sample.Samples.Generic;
import dev.millstream.types.sample.Samples.Primitives;
import dev.millstream.types.sample.Samples.ThreeLongs;
import dev.millstream.types.sample.Samples.Times;
import dev.millstream.types.sample.Samples.Tree;
import dev.millstream.types.sample.Samples.Zoo;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final List<Class<?>> TYPES =
            List.of(
                    ThreeLongs.class,
                    Tree.class,
                    Form.class,
                    Zoo.class,
                    Generic.class,
                    Collections.class,
                    Times.class,
                    Boxes.class);

    private static Schema schema(Serializers serializers, Class<?> type) {
        return serializers.<Object>of(type).schema();
    }

    private Serializers fresh() {
        return new Serializers(getClass().getClassLoader());
    }

    @Test
    void shouldReadBackSchemas() {
        Serializers serializers = fresh();
        for (Class<?> type : TYPES) {
            Schema schema = schema(serializers, type);
            Output out = new Output();
            schema.write(out);
            assertThat(Schema.read(new Input(out.toByteArray()))).isEqualTo(schema);
            assertThat(schema.className()).isEqualTo(type.getName());
        }
    }

    @Test
    void shouldNotDependOnWhatWasMetBefore() {
        Serializers forwards = fresh();
        Serializers backwards = fresh();
        TYPES.forEach(type -> schema(forwards, type));
        TYPES.reversed().forEach(type -> schema(backwards, type));
        for (Class<?> type : TYPES) {
            assertThat(schema(forwards, type)).isEqualTo(schema(backwards, type));
            assertThat(schema(fresh(), type)).isEqualTo(schema(backwards, type));
            assertThat(forwards.ofExactClass(type.isInterface() ? Tree.class : type).schema())
                    .isEqualTo(
                            fresh().ofExactClass(type.isInterface() ? Tree.class : type).schema());
        }
    }

    @Test
    void shouldDescribeRecursiveTypesOnce() {
        assertThat(schema(fresh(), Tree.class))
                .hasToString(
                        Tree.class.getName()
                                + ": record "
                                + Tree.class.getName()
                                + "(int value, "
                                + Tree.class.getName()
                                + " left, "
                                + Tree.class.getName()
                                + " right)");
    }

    @Test
    void shouldTellPrimitivesFromBoxesWhichMayBeNull() {
        assertThat(schema(fresh(), Primitives.class).toString()).contains("(boolean a, byte b");
        assertThat(schema(fresh(), Boxes.class).toString()).contains("(java.lang.Boolean a, ");
    }
}
