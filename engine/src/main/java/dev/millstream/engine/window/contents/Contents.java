package dev.millstream.engine.window.contents;

import org.jspecify.annotations.Nullable;

/** What is kept of records that belong together. */
public interface Contents {
    /**
     * Adds a record.
     *
     * @param accumulator what was kept before; null: nothing
     * @return what is kept from now on
     */
    Object add(@Nullable Object accumulator, Object value);

    /**
     * Adds what another accumulator has, and leaves that one as it is.
     *
     * @param into null: nothing
     */
    Object merge(@Nullable Object into, Object part);

    /** What windows' functions see; leaves the accumulator as it is. */
    Object result(Object accumulator);

    /** The record for one more accumulator, where one that has it might change it. */
    Object unshared(Object value);
}
