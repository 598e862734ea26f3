package dev.millstream.engine.join;

/** What one key has on both sides. */
final class JoinedKey {
    final Object key;
    final TimedRecords left = new TimedRecords();
    final TimedRecords right = new TimedRecords();

    JoinedKey(Object key) {
        this.key = key;
    }
}
