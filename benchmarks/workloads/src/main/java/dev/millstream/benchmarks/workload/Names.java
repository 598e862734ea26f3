package dev.millstream.benchmarks.workload;

/** Texts to be keys, made once. */
public final class Names {
    private static final String[] ALL = all();

    private Names() {}

    /** The text for a key below {@link Events#MANY_KEYS}. */
    public static String of(long key) {
        return ALL[(int) key];
    }

    private static String[] all() {
        String[] names = new String[Events.MANY_KEYS];
        for (int key = 0; key < names.length; key++) {
            names[key] = "customer-" + key;
        }
        return names;
    }
}
