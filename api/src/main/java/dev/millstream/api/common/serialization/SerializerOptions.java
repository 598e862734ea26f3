package dev.millstream.api.common.serialization;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import java.util.List;

/** Options of {@link SerializerConfig}. They travel with the job. */
public final class SerializerOptions {
    /** Whether the fallback may be used. */
    public static final ConfigOption<Boolean> GENERIC_TYPES =
            ConfigOptions.key("pipeline.generic-types")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether classes that can't be taken apart are written by a general"
                                    + " serializer, with a hint, instead of being refused.");

    /** What is registered. */
    public static final ConfigOption<List<String>> SERIALIZATION_CONFIG =
            ConfigOptions.key("pipeline.serialization-config")
                    .stringType()
                    .asList()
                    .defaultValue(List.of())
                    .withDescription(
                            "How classes are written: `CLASS: {type: serializer, class:"
                                    + " SERIALIZER}` by a serializer of the user's; `CLASS: {type:"
                                    + " kryo}` lets the general serializer write the class; `CLASS:"
                                    + " {type: pojo}` demands that it can be taken apart.");

    private SerializerOptions() {}
}
