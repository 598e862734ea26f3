package dev.millstream.engine.exchange.channel;

import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the user once for each class, in an exchange's life, that its records have to be copied.
 * Remembers names, as classes would keep their class loader alive, and not more than a few.
 * Thread-safe.
 */
public final class CopyHints {
    private static final Logger LOG = LoggerFactory.getLogger(CopyHints.class);
    private static final int MOST = 100;

    private final ConcurrentSkipListSet<String> given = new ConcurrentSkipListSet<>();

    void give(Class<?> type) {
        if (given.size() < MOST && given.add(type.getName())) {
            LOG.info(
                    "Records of {} are copied between tasks, as they can be changed. Records of"
                            + " immutable components (Java records, strings, boxed primitives,"
                            + " enums) are handed over as they are, which is faster",
                    type.getName());
        }
    }
}
