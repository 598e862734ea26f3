package bad;

import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;

/** A job without end, which says when it runs. */
public final class EndlessJob {
    public static void main(String[] args) throws Exception {
        String kind = args[0];
        if (kind.equals("slow to start")) {
            System.out.println("running");
            Thread.sleep(Long.MAX_VALUE);
        }
        MapFunction<Long, String> map =
                kind.equals("stubborn") ? EndlessJob::ignoreAll : EndlessJob::announce;
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromSequence(0, Long.MAX_VALUE).map(map).filter(text -> false).print();
        env.execute("endless");
    }

    private static String announce(long number) {
        if (number == 0) {
            System.out.println("running");
        }
        return "";
    }

    private static String ignoreAll(long number) {
        System.out.println("running");
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.yield();
            }
        }
    }
}
