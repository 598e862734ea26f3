package dev.millstream.util;

import java.util.Iterator;

/** An iterator that holds something open. For one thread. */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
    @Override
    void close();
}
