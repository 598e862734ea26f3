package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.cluster.standalone.RunDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second JobManager from a folder; the operating system lifts it with the process. */
final class FolderLock {
    private FolderLock() {}

    /**
     * Takes the lock; closing the result gives it back.
     *
     * @throws ClusterException if another process has it
     */
    static FileChannel take(RunDirectory directory) throws ClusterException {
        Path file = directory.jobManagerFolder().resolve("lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new ClusterException(
                        "A JobManager runs in "
                                + directory
                                + " already. Stop it with 'millstream cluster stop', or set"
                                + " MILLSTREAM_RUN_DIR to another folder for this one.");
            }
            return channel;
        } catch (IOException e) {
            throw new ClusterException(
                    "The JobManager's folder can't be used: "
                            + file
                            + " can't be locked ("
                            + e
                            + ").",
                    e);
        }
    }
}
