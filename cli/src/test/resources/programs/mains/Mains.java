package mains;

import dev.millstream.core.execution.JobClient;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;

/** Main methods that end in all ways, as the first argument says. */
public final class Mains {
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "good" -> submit(args);
            case "two jobs" -> {
                submit(args);
                submit(args);
            }
            case "chatty" -> {
                StreamExecutionEnvironment env =
                        StreamExecutionEnvironment.getExecutionEnvironment();
                env.fromSequence(1, 5_000)
                        .setParallelism(1)
                        .map(n -> "line " + n)
                        .setParallelism(1)
                        .print()
                        .setParallelism(1);
                env.executeAsync("chatty");
            }
            case "throws" -> throw new IllegalStateException("the table is missing");
            case "exits" -> System.exit(3);
            case "exits without failure" -> System.exit(0);
            case "nothing" -> System.out.println("nothing to do");
            case "hangs" -> hang();
            case "prints" -> {
                for (int i = 0; i < 20_000; i++) {
                    System.out.println("0123456789abcdef0123456789abcdef");
                    System.err.println("millstream: not ours");
                }
                throw new IllegalStateException("enough");
            }
            case "submits and hangs" -> {
                submit(args);
                hang();
            }
            case "submits and exits" -> {
                submit(args);
                System.exit(7);
            }
            case "submits and throws" -> {
                submit(args);
                throw new IllegalStateException("too late");
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void submit(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromData(args).map(String::length).print();
        JobClient job = env.executeAsync(String.join("|", args));
        System.out.println("submitted " + job.getJobID());
    }

    private static void hang() throws InterruptedException {
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
