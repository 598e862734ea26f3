package dev.millstream.taskmanager.classes;

import dev.millstream.api.common.serialization.SerializerConfig;
import dev.millstream.configuration.Configuration;
import dev.millstream.types.serialization.Serializers;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a job's classes become bytes. Immutable. */
public final class JobSerialization {
    private static final Logger LOG = LoggerFactory.getLogger(JobSerialization.class);

    private final SerializerConfig config;

    private JobSerialization(SerializerConfig config) {
        this.config = config;
    }

    /** That of a job whose program has set nothing. */
    public static JobSerialization ofDefault() {
        return new JobSerialization(new SerializerConfig());
    }

    /**
     * As a job's options say.
     *
     * @param options by key, all of the job's
     */
    public static JobSerialization of(Map<String, String> options) {
        return new JobSerialization(SerializerConfig.of(Configuration.fromMap(options)));
    }

    boolean isDefault() {
        return config.isDefault();
    }

    /** Logs once of each class that the fallback writes. */
    Serializers serializers(ClassLoader classLoader) {
        return config.serializers(classLoader, use -> LOG.warn("{}", use.hint()));
    }
}
