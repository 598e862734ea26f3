package dev.millstream.benchmarks.workload.text;

import java.util.function.Consumer;

/** The words of a line, which single spaces part. */
public final class Words {
    private Words() {}

    /** Hands over each word of a line. */
    public static void split(String line, Consumer<String> words) {
        int start = 0;
        while (start < line.length()) {
            int end = line.indexOf(' ', start);
            if (end < 0) {
                end = line.length();
            }
            words.accept(line.substring(start, end));
            start = end + 1;
        }
    }
}
