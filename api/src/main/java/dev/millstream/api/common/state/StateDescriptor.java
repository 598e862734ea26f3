package dev.millstream.api.common.state;

import dev.millstream.api.common.typeinfo.TypeInformation;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Names a state of an operator, with the type of its values and its time-to-live.
 *
 * @param <S> the state
 * @param <T> what it keeps
 */
public abstract class StateDescriptor<S extends State, T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What a state is. */
    public enum Type {
        /** See {@link ValueState}. */
        VALUE,
        /** See {@link ListState}. */
        LIST,
        /** See {@link ReducingState}. */
        REDUCING,
        /** See {@link AggregatingState}. */
        AGGREGATING,
        /** See {@link MapState}. */
        MAP
    }

    /** Names the state within its operator. */
    private final String name;

    /** Of what is kept, as far as it is known. */
    private final TypeInformation<T> typeInfo;

    /** Disabled unless it was set. */
    private StateTtlConfig ttlConfig = StateTtlConfig.DISABLED;

    StateDescriptor(String name, TypeInformation<T> typeInfo) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name of a state must not be empty");
        }
        this.name = name;
        this.typeInfo = typeInfo;
    }

    /** Names the state within its operator. */
    public String getName() {
        return name;
    }

    /** Of what is kept; for a map or list, of the entries' values. */
    public TypeInformation<T> getTypeInformation() {
        return typeInfo;
    }

    /** What a key without a value gets; null for most. */
    public @Nullable T getDefaultValue() {
        return null;
    }

    /** What the state is. */
    public abstract Type getType();

    /** Values are forgotten a while after their last use. Call this before asking for the state. */
    public void enableTimeToLive(StateTtlConfig config) {
        ttlConfig = config;
    }

    /** How long values live. */
    public StateTtlConfig getTtlConfig() {
        return ttlConfig;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateDescriptor<?, ?> that
                && getType() == that.getType()
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + name + ", " + typeInfo + ")";
    }
}
