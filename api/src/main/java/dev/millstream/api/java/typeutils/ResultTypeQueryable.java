package dev.millstream.api.java.typeutils;

import dev.millstream.api.common.typeinfo.TypeInformation;

/** A function or source that says itself which type it produces. */
public interface ResultTypeQueryable<T> {
    /** The type of what it produces. */
    TypeInformation<T> getProducedType();
}
