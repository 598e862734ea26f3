package dev.millstream.api.common.state;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long values of a state live, in processing time, and what is seen of those whose time is
 * over. Expired values are removed when they are met, and a few at a time while other records are
 * processed, so that none stays because nobody asks for it.
 */
public final class StateTtlConfig implements Serializable {
    /** Values live until they are cleared. */
    public static final StateTtlConfig DISABLED =
            new Builder(Duration.ofMillis(Long.MAX_VALUE))
                    .setUpdateType(UpdateType.Disabled)
                    .build();

    private static final long serialVersionUID = 1L;

    /** What makes a value's time start anew. */
    public enum UpdateType {
        /** Values live until they are cleared. */
        Disabled,
        /** Being set. */
        OnCreateAndWrite,
        /** Being set or read. */
        OnReadAndWrite
    }

    /** What is seen of values whose time is over. */
    public enum StateVisibility {
        /** They are seen until they are removed. */
        ReturnExpiredIfNotCleanedUp,
        /** Nothing. */
        NeverReturnExpired
    }

    /** By which clock values live. */
    public enum TtlTimeCharacteristic {
        /** The machine's. */
        ProcessingTime
    }

    /** What makes a value's time start anew. */
    private final UpdateType updateType;

    /** What is seen of values whose time is over. */
    private final StateVisibility stateVisibility;

    /** How long values live. */
    private final Duration timeToLive;

    private StateTtlConfig(Builder builder) {
        this.updateType = builder.updateType;
        this.stateVisibility = builder.stateVisibility;
        this.timeToLive = builder.timeToLive;
    }

    /** Values live for so long, from their last being set unless told otherwise. */
    public static Builder newBuilder(Duration ttl) {
        return new Builder(ttl);
    }

    /** What makes a value's time start anew. */
    public UpdateType getUpdateType() {
        return updateType;
    }

    /** What is seen of values whose time is over. */
    public StateVisibility getStateVisibility() {
        return stateVisibility;
    }

    /** How long values live. */
    public Duration getTimeToLive() {
        return timeToLive;
    }

    /** By which clock values live. */
    public TtlTimeCharacteristic getTtlTimeCharacteristic() {
        return TtlTimeCharacteristic.ProcessingTime;
    }

    /** Whether values ever expire. */
    public boolean isEnabled() {
        return updateType != UpdateType.Disabled;
    }

    @Override
    public String toString() {
        return isEnabled()
                ? "StateTtlConfig(" + timeToLive + ", " + updateType + ", " + stateVisibility + ")"
                : "StateTtlConfig(disabled)";
    }

    /** See {@link StateTtlConfig#newBuilder}. */
    public static final class Builder {
        private final Duration timeToLive;
        private UpdateType updateType = UpdateType.OnCreateAndWrite;
        private StateVisibility stateVisibility = StateVisibility.NeverReturnExpired;

        private Builder(Duration timeToLive) {
            if (timeToLive.toMillis() <= 0) {
                throw new IllegalArgumentException(
                        "A time-to-live is at least a millisecond, but is " + timeToLive);
            }
            this.timeToLive = timeToLive;
        }

        /** What makes a value's time start anew. */
        public Builder setUpdateType(UpdateType type) {
            updateType = type;
            return this;
        }

        /** A value's time starts anew when it is set. */
        public Builder updateTtlOnCreateAndWrite() {
            return setUpdateType(UpdateType.OnCreateAndWrite);
        }

        /** A value's time starts anew when it is set or read. */
        public Builder updateTtlOnReadAndWrite() {
            return setUpdateType(UpdateType.OnReadAndWrite);
        }

        /** What is seen of values whose time is over. */
        public Builder setStateVisibility(StateVisibility visibility) {
            stateVisibility = visibility;
            return this;
        }

        /** Values are seen until they are removed. */
        public Builder returnExpiredIfNotCleanedUp() {
            return setStateVisibility(StateVisibility.ReturnExpiredIfNotCleanedUp);
        }

        /** Values are not seen any more once their time is over. */
        public Builder neverReturnExpired() {
            return setStateVisibility(StateVisibility.NeverReturnExpired);
        }

        /** By which clock values live; there is one. */
        public Builder setTtlTimeCharacteristic(TtlTimeCharacteristic characteristic) {
            return this;
        }

        /** By the machine's clock. */
        public Builder useProcessingTime() {
            return this;
        }

        /** Accepted for programs that say so: expired values are never in a snapshot. */
        public Builder cleanupFullSnapshot() {
            return this;
        }

        /** Accepted for programs that say so: this is how it is always done. */
        public Builder cleanupIncrementally(int cleanupSize, boolean runCleanupForEveryRecord) {
            return this;
        }

        /** Accepted for programs that say so: clean-up goes on in the background all the same. */
        public Builder disableCleanupInBackground() {
            return this;
        }

        /** The configuration. */
        public StateTtlConfig build() {
            return new StateTtlConfig(this);
        }
    }
}
