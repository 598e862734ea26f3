package dev.millstream.examples;

import dev.millstream.api.common.serialization.SimpleStringEncoder;
import dev.millstream.connector.file.sink.FileSink;
import dev.millstream.core.execution.ProgramParametrizationException;
import dev.millstream.core.fs.Path;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the words that a server sends: for each word that comes, one line {@code word<TAB>count}
 * with its count so far. Ends when the server closes the connection.
 *
 * <p>Let a server send what you type, then start the example in another shell:
 *
 * <pre>
 * nc -lk 9999
 * ./millstream run socket-wordcount --port 9999
 * </pre>
 *
 * <p>The counts are printed by the task. {@code --host HOST} names another machine than 127.0.0.1;
 * {@code --output DIR} writes the counts to files in a new folder, too, where a file is complete
 * about a second after it was begun.
 */
public final class SocketWordCount {
    private static final int MAX_PORT = 65_535;
    private static final Duration FILES_CLOSED_AFTER = Duration.ofSeconds(1);

    private SocketWordCount() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = new Arguments(args, "host", "port", "output");
        String host = arguments.value("host").orElse("127.0.0.1");
        int port = port(arguments);
        Optional<String> output = arguments.output();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<WordCount.Count> counts =
                env.socketTextStream(host, port)
                        .flatMap(new Words.Tokenizer())
                        .name("words")
                        .map(word -> new WordCount.Count(word, 1))
                        .keyBy(WordCount.Count::word)
                        .sum("count")
                        .name("count");
        // By one task: the lines of several would bear the task's number.
        counts.print().setParallelism(1);
        output.ifPresent(folder -> counts.sinkTo(files(folder)));
        env.execute("socket wordcount");
    }

    private static FileSink<WordCount.Count> files(String folder) {
        return FileSink.forRowFormat(new Path(folder), new SimpleStringEncoder<WordCount.Count>())
                .withRolloverInterval(FILES_CLOSED_AFTER)
                .build();
    }

    private static int port(Arguments arguments) {
        String text =
                arguments
                        .value("port")
                        .orElseThrow(() ->
                                new ProgramParametrizationException(
                                        "Say on which port the server listens: --port PORT."));
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > MAX_PORT) {
            throw new ProgramParametrizationException(
                    "--port takes a number from 1 to " + MAX_PORT + ", but got '" + text + "'.");
        }
        return Integer.parseInt(text);
    }
}
