package dev.millstream.taskmanager.classes;

import dev.millstream.types.serialization.Serializers;

/** The right to use a job's class loader, until it is released. */
public interface ClassesLease {
    ClassLoader loader();

    /** Serializers of classes that the loader sees; shared by all who use it. */
    Serializers serializers();

    /** Gives the right back; the loader is closed after the last one. Thread-safe, idempotent. */
    void release();
}
