package dev.millstream.connector.file.sink;

import dev.millstream.api.connector.sink2.WriterAttempt;
import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The folder, as one attempt of a subtask sees it. */
final class PartFolder {
    private final FileStore files;
    private final String path;
    private final PartNames names;

    PartFolder(FileStore files, String path, PartNames names) {
        this.files = files;
        this.path = path;
        this.names = names;
    }

    /** Deletes what earlier attempts of the subtask have left: this one writes everything anew. */
    void removeEarlierAttempts() throws IOException {
        for (String name : names()) {
            Optional<WriterAttempt> writer = names.attemptOf(name);
            if (writer.isPresent() && writer.get().compareTo(names.attempt()) < 0) {
                files.delete(path + "/" + name);
            }
        }
    }

    /** Begins a file; makes the folder if need be. */
    PartFile begin(int number) throws IOException {
        files.createDirectories(path);
        String inProgress = path + "/" + names.inProgress(number);
        return new PartFile(inProgress, files.create(inProgress));
    }

    /**
     * Makes a file durable and visible.
     *
     * @throws IOException if the subtask has been started anew meanwhile, too
     */
    void complete(PartFile part, int number) throws IOException {
        part.finish();
        for (String name : names()) {
            Optional<WriterAttempt> writer = names.attemptOf(name);
            if (writer.isPresent() && writer.get().compareTo(names.attempt()) > 0) {
                throw new IOException(
                        "The file "
                                + part.path()
                                + " is not completed, as a later attempt of this task writes to"
                                + " the folder: "
                                + name);
            }
        }
        files.rename(part.path(), path + "/" + names.complete(number));
        files.syncDirectory(path);
    }

    private List<String> names() throws IOException {
        Optional<FileStatus> folder = files.status(path);
        if (folder.isEmpty()) {
            return List.of();
        }
        if (!folder.get().directory()) {
            throw new IOException(
                    "Files can't be written into '"
                            + path
                            + "', which is a file itself. Name a folder.");
        }
        return files.list(path).stream()
                .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
                .toList();
    }
}
