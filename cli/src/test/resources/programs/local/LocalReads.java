package local;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.connector.file.src.FileSource;
import dev.millstream.connector.file.src.reader.TextLineInputFormat;
import dev.millstream.core.fs.Path;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Reads files of one line each, and notes in a folder which process has read what, in order. Nobody
 * reads a second file before each reader has its first.
 */
public final class LocalReads {
    public static void main(String[] args) throws Exception {
        String notes = args[0];
        Path[] inputs = Stream.of(args).skip(1).map(Path::new).toArray(Path[]::new);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromSource(
                        FileSource.forRecordStreamFormat(new TextLineInputFormat(), inputs).build(),
                        WatermarkStrategy.noWatermarks(),
                        "files")
                .map(new Note(notes))
                .sinkTo(new DiscardingSink<>());
        env.execute("local reads");
    }

    private static final class Note extends RichMapFunction<String, String> {
        private static final long serialVersionUID = 1L;

        private final String folder;

        Note(String folder) {
            this.folder = folder;
        }

        @Override
        public String map(String line) throws Exception {
            java.nio.file.Path notes = java.nio.file.Path.of(folder);
            Files.writeString(
                    notes.resolve(Long.toString(ProcessHandle.current().pid())),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            int readers = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
            // Readers are in different processes and have only files in common: nothing to wait on.
            while (count(notes) < readers) {
                Thread.sleep(10);
            }
            return line;
        }

        private static long count(java.nio.file.Path notes) throws IOException {
            try (Stream<java.nio.file.Path> files = Files.list(notes)) {
                return files.count();
            }
        }
    }
}
