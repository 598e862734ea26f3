package dev.millstream.engine.window.general;

import dev.millstream.engine.window.Emitter;
import dev.millstream.engine.window.contents.Contents;
import org.jspecify.annotations.Nullable;

/** How the records of a window are kept and emitted. */
interface WindowBuffer {
    Object add(@Nullable Object kept, Object element, long timestamp);

    Object merge(@Nullable Object into, Object part);

    void emit(WindowEntry entry, Object kept);

    /** Without evictor. */
    record Direct(Contents contents, Emitter emitter) implements WindowBuffer {
        @Override
        public Object add(@Nullable Object kept, Object element, long timestamp) {
            return contents.add(kept, contents.unshared(element));
        }

        @Override
        public Object merge(@Nullable Object into, Object part) {
            return contents.merge(into, part);
        }

        @Override
        public void emit(WindowEntry entry, Object kept) {
            emitter.emit(entry.owner.key, entry.window, contents.result(kept));
        }
    }
}
