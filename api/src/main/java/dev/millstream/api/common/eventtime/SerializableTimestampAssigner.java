package dev.millstream.api.common.eventtime;

import java.io.Serializable;

/** A {@link TimestampAssigner} that can be written as a lambda. */
@FunctionalInterface
public interface SerializableTimestampAssigner<T> extends TimestampAssigner<T>, Serializable {}
