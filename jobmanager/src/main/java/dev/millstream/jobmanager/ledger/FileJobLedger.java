package dev.millstream.jobmanager.ledger;

import dev.millstream.api.common.JobID;
import dev.millstream.jobmanager.store.DurableFolder;
import dev.millstream.platform.Platform;
import dev.millstream.platform.block.CorruptBlockException;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file for each job. */
public final class FileJobLedger implements JobLedger {
    private static final Logger LOG = LoggerFactory.getLogger(FileJobLedger.class);

    private final Platform platform;
    private final DurableFolder folder;
    private final List<Entry> lost;

    private FileJobLedger(Platform platform, DurableFolder folder, List<Entry> lost) {
        this.platform = platform;
        this.folder = folder;
        this.lost = lost;
    }

    /**
     * Reads what an earlier JobManager has left.
     *
     * @param folder for this ledger alone
     * @param capacity how many lost jobs are told of; the oldest others are forgotten
     */
    public static CompletableFuture<FileJobLedger> open(
            Platform platform, DurableFolder folder, int capacity) {
        return platform.blockingPool()
                .submit(
                        "read running jobs",
                        () -> new FileJobLedger(platform, folder, read(folder, capacity)));
    }

    private static List<Entry> read(DurableFolder folder, int capacity) throws IOException {
        List<Entry> found = new ArrayList<>();
        for (String name : folder.names()) {
            read(folder, name).ifPresent(found::add);
        }
        found.sort(Comparator.comparingLong(Entry::startMs).reversed());
        while (found.size() > capacity) {
            folder.delete(found.removeLast().job().toHexString());
        }
        return List.copyOf(found);
    }

    private static Optional<Entry> read(DurableFolder folder, String name) throws IOException {
        try {
            Optional<Input> content = folder.read(name);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            Input in = content.get();
            return Optional.of(
                    new Entry(JobID.fromHexString(name), in.readString(), in.readLong()));
        } catch (CorruptBlockException | CorruptDataException | IllegalArgumentException e) {
            LOG.warn(
                    "A job that ran before can't be told: {} is damaged ({}); it is left as it is",
                    folder.pathOf(name),
                    e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Entry> lost() {
        return lost;
    }

    @Override
    public CompletableFuture<Acknowledge> begun(Entry job) {
        Output content = new Output();
        content.writeString(job.name());
        content.writeLong(job.startMs());
        return platform.blockingPool()
                .submit(
                        "note job",
                        () -> {
                            write(job, content);
                            return Acknowledge.INSTANCE;
                        });
    }

    private void write(Entry job, Output content) throws IOException {
        try {
            folder.write(job.job().toHexString(), content);
        } catch (IOException e) {
            throw new IOException(
                    "Job '"
                            + job.name()
                            + "' is refused, since the JobManager can't note it in "
                            + folder.path()
                            + " ("
                            + e
                            + "). Make room there, and see that it may be written to",
                    e);
        }
    }

    @Override
    public void ended(JobID job) {
        var _ =
                platform.blockingPool()
                        .submit(
                                "forget job",
                                () -> {
                                    folder.delete(job.toHexString());
                                    return null;
                                })
                        .exceptionally(failure -> {
                            LOG.warn(
                                    "{} can't be deleted; the job will be told as lost",
                                    folder.pathOf(job.toHexString()),
                                    failure);
                            return null;
                        });
    }
}
