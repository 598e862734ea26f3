package dev.millstream.types.record;

import dev.millstream.types.Schema;

/** Says how two schemas of one class differ. */
final class SchemaDifference {
    private SchemaDifference() {}

    static String describe(Schema written, Schema here) {
        int common = Math.min(written.types().size(), here.types().size());
        int first = 0;
        while (first < common && written.types().get(first).equals(here.types().get(first))) {
            first++;
        }
        return "Records of class "
                + written.className()
                + " were written with another definition than the one here: "
                + at(written, first)
                + " there, "
                + at(here, first)
                + " here. Use the same version of the class on both sides";
    }

    private static String at(Schema schema, int index) {
        return index < schema.types().size() ? schema.describe(index) : "nothing";
    }
}
