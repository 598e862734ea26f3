package dev.millstream.engine.task;

import dev.millstream.engine.failure.EngineException;
import dev.millstream.graph.job.Bytes;
import dev.millstream.types.closure.ClosureBytes;
import dev.millstream.types.closure.ClosureException;

/** Opens what the client has serialised, under the job's class loader. */
final class UserBytes {
    private UserBytes() {}

    static <T> T open(Bytes code, ClassLoader classLoader, Class<T> type) {
        try {
            return type.cast(ClosureBytes.deserialize(code.array(), classLoader));
        } catch (ClosureException | ClassCastException e) {
            throw EngineException.permanent(
                    "The program's functions can't be opened in the TaskManager: is a class missing"
                            + " from its jars?",
                    e);
        }
    }
}
