package dev.millstream.examples;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.connector.file.src.FileSource;
import dev.millstream.connector.file.src.reader.TextLineInputFormat;
import dev.millstream.core.fs.Path;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.Collector;
import java.util.List;
import java.util.Locale;

/** Texts as streams of words. */
final class Words {
    /** Splits a line into words: runs of ASCII letters, digits and underscores, in lower case. */
    static final class Tokenizer implements FlatMapFunction<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(String line, Collector<String> out) {
            String lower = line.toLowerCase(Locale.ROOT);
            int start = -1;
            for (int i = 0; i < lower.length(); i++) {
                if (isWordCharacter(lower.charAt(i))) {
                    if (start < 0) {
                        start = i;
                    }
                } else if (start >= 0) {
                    out.collect(lower.substring(start, i));
                    start = -1;
                }
            }
            if (start >= 0) {
                out.collect(lower.substring(start));
            }
        }

        private static boolean isWordCharacter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        }
    }

    private Words() {}

    /** The words of files, folders or globs. */
    static DataStream<String> of(StreamExecutionEnvironment env, List<String> paths) {
        Path[] inputs = paths.stream().map(Path::new).toArray(Path[]::new);
        FileSource<String> lines =
                FileSource.forRecordStreamFormat(new TextLineInputFormat(), inputs).build();
        return env.fromSource(lines, WatermarkStrategy.noWatermarks(), "lines")
                .flatMap(new Tokenizer())
                .name("words");
    }
}
