package dev.millstream.api.common.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millstream.configuration.Configuration;
import dev.millstream.types.CustomSerializer;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.fallback.FallbackUse;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SerializerConfigTest {
    private final List<FallbackUse> uses = new ArrayList<>();

    /** Can't be taken apart. */
    public static class Price {
        private final long cents;

        public Price(String text) {
            cents = text.length();
        }
    }

    /** Writes prices. */
    public static class PriceSerializer extends CustomSerializer<Price> {
        @Override
        public void write(Price value, Output out) {
            out.writeLong(value.cents);
        }

        @Override
        public Price read(Input in) {
            return new Price("x".repeat((int) in.readLong()));
        }
    }

    private static Configuration travelled(SerializerConfig config) {
        Configuration configuration = new Configuration();
        config.writeTo(configuration);
        return Configuration.fromMap(configuration.toMap());
    }

    private Serializers serializers(SerializerConfig config) {
        return SerializerConfig.of(travelled(config))
                .serializers(getClass().getClassLoader(), uses::add);
    }

    private static long centsAfter(Serializers serializers) {
        Output out = new Output();
        serializers.dynamic().write(new Price("four"), out);
        return ((Price) serializers.dynamic().read(new Input(out.toByteArray()))).cents;
    }

    @Test
    void shouldTravelAsOptions() {
        SerializerConfig config = new SerializerConfig();
        config.registerTypeWithSerializer(Price.class, PriceSerializer.class);
        assertThat(centsAfter(serializers(config))).isEqualTo(4);
        assertThat(uses).isEmpty();
        assertThat(travelled(config).toMap().get("pipeline.serialization-config"))
                .isEqualTo(
                        Price.class.getName()
                                + ": {type: serializer, class: "
                                + PriceSerializer.class.getName()
                                + "}");
    }

    @Test
    void shouldFallBackWithAHintUnlessThatIsRefused() {
        SerializerConfig config = new SerializerConfig();
        assertThat(config.isDefault()).isTrue();
        assertThat(centsAfter(serializers(config))).isEqualTo(4);
        assertThat(uses).hasSize(1);
        config.setGenericTypes(false);
        Assertions.assertThatThrownBy(() -> centsAfter(serializers(config)))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining(Price.class.getName());
        config.registerKryoType(Price.class);
        assertThat(centsAfter(serializers(config))).isEqualTo(4);
    }

    @Test
    void shouldRefuseAPojoThatIsNone() {
        SerializerConfig config = new SerializerConfig();
        config.registerPojoType(Price.class);
        Assertions.assertThatThrownBy(() -> serializers(config))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining(Price.class.getName());
    }

    @Test
    void shouldSayHowAnEntryMustLook() {
        for (String wrong :
                List.of(
                        "com.acme.Money",
                        "com.acme.Money: pojo",
                        "com.acme.Money: {type: avro}",
                        "com.acme.Money: {type: kryo, class: com.acme.KryoSerializer}",
                        "com.acme.Money: {type: serializer}")) {
            Configuration configuration = new Configuration();
            configuration.set(SerializerOptions.SERIALIZATION_CONFIG, List.of(wrong));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SerializerConfig.of(configuration))
                    .withMessageContaining("'" + wrong + "'")
                    .withMessageContaining("{type: serializer, class: SERIALIZER}");
        }
    }

    @Test
    void shouldNameAClassThatCannotBeLoaded() {
        Configuration configuration = new Configuration();
        configuration.set(
                SerializerOptions.SERIALIZATION_CONFIG, List.of("com.acme.Gone: {type: kryo}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SerializerConfig.of(configuration)
                                .serializers(getClass().getClassLoader(), uses::add))
                .withMessageContaining("com.acme.Gone");
    }
}
