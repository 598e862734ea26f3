package dev.millstream.api.common;

import dev.millstream.api.common.serialization.SerializerConfig;
import dev.millstream.types.Serializer;
import java.io.Serializable;
import java.time.Duration;

/** What holds for all operators of a program. Used by the program's thread only. */
public class ExecutionConfig implements Serializable {
    /** The parallelism of a program that sets none: the cluster's default. */
    public static final int PARALLELISM_DEFAULT = -1;

    /** The highest maximum parallelism. */
    public static final int UPPER_BOUND_MAX_PARALLELISM = 32768;

    private static final long serialVersionUID = 1L;

    private int parallelism = PARALLELISM_DEFAULT;
    private int maxParallelism = PARALLELISM_DEFAULT;
    private boolean objectReuse;
    private final SerializerConfig serializerConfig = new SerializerConfig();
    private Duration autoWatermarkInterval = Duration.ofMillis(200);

    /** The parallelism of operators that set none; {@link #PARALLELISM_DEFAULT} if not set. */
    public int getParallelism() {
        return parallelism;
    }

    /** The parallelism of operators that set none. Checked at submission. */
    public ExecutionConfig setParallelism(int parallelism) {
        this.parallelism = parallelism;
        return this;
    }

    /** The number of key groups of operators that set none; -1 if not set. */
    public int getMaxParallelism() {
        return maxParallelism;
    }

    /** The number of key groups of operators that set none. Checked at submission. */
    public void setMaxParallelism(int maxParallelism) {
        this.maxParallelism = maxParallelism;
    }

    /** How classes become bytes where their fields alone don't say it. */
    public SerializerConfig getSerializerConfig() {
        return serializerConfig;
    }

    /** Refuses classes that can't be taken apart, instead of writing them by the fallback. */
    public void disableGenericTypes() {
        serializerConfig.setGenericTypes(false);
    }

    /** Writes classes that can't be taken apart by the fallback, with a hint. The default. */
    public void enableGenericTypes() {
        serializerConfig.setGenericTypes(true);
    }

    /** Whether classes that can't be taken apart are refused. */
    public boolean hasGenericTypesDisabled() {
        return serializerConfig.hasGenericTypesDisabled();
    }

    /** See {@link SerializerConfig#registerTypeWithSerializer}. */
    public <T> void registerTypeWithSerializer(
            Class<T> type, Class<? extends Serializer<T>> serializer) {
        serializerConfig.registerTypeWithSerializer(type, serializer);
    }

    /** Lets chained functions share record objects, which none of them may then change or keep. */
    public ExecutionConfig enableObjectReuse() {
        objectReuse = true;
        return this;
    }

    /** Gives each chained function a copy of records that aren't immutable. The default. */
    public ExecutionConfig disableObjectReuse() {
        objectReuse = false;
        return this;
    }

    /** Whether chained functions share record objects. */
    public boolean isObjectReuseEnabled() {
        return objectReuse;
    }

    /**
     * How often watermark generators are asked for watermarks.
     *
     * @param intervalMs 0 for never
     */
    public ExecutionConfig setAutoWatermarkInterval(long intervalMs) {
        if (intervalMs < 0) {
            throw new IllegalArgumentException(
                    "The watermark interval must not be negative, but is " + intervalMs + " ms");
        }
        autoWatermarkInterval = Duration.ofMillis(intervalMs);
        return this;
    }

    /** How often watermark generators are asked for watermarks, in milliseconds; 0 for never. */
    public long getAutoWatermarkInterval() {
        return autoWatermarkInterval.toMillis();
    }
}
