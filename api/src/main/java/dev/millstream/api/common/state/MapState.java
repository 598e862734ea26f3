package dev.millstream.api.common.state;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map for each key. What iterates goes through the entries in the order of their adding. */
public interface MapState<UK, UV> extends State {
    /** The value of an entry of the current key's map; null if there is none. */
    @Nullable UV get(UK key) throws Exception;

    /** Adds an entry, or replaces its value. */
    void put(UK key, UV value) throws Exception;

    /** Adds or replaces entries. */
    void putAll(Map<UK, UV> map) throws Exception;

    /** Removes an entry, if it is there. */
    void remove(UK key) throws Exception;

    /** Whether there is an entry. */
    boolean contains(UK key) throws Exception;

    /** All entries; removing and setting values by them is allowed. */
    Iterable<Map.Entry<UK, UV>> entries() throws Exception;

    /** All entries' keys. */
    Iterable<UK> keys() throws Exception;

    /** All entries' values. */
    Iterable<UV> values() throws Exception;

    /** All entries; removing and setting values by them is allowed. */
    Iterator<Map.Entry<UK, UV>> iterator() throws Exception;

    /** Whether there are no entries. */
    boolean isEmpty() throws Exception;
}
