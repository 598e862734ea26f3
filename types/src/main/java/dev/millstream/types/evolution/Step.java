package dev.millstream.types.evolution;

import java.util.List;
import java.util.Map;

/** How values of a written type become values of a type as it is now. */
sealed interface Step {
    /** A written type and what it is now, as indices in the two schemas. */
    record Pair(int written, int now) {}

    /** The bytes are the same. */
    record AsIs() implements Step {}

    /** Read as what it was, then converted. */
    record Converted(String from, String to) implements Step {}

    /**
     * A field as it was written.
     *
     * @param written its type
     * @param member index of what it is now; -1 if it is dropped
     * @param now the type of that
     */
    record Field(String name, int written, int member, int now) {}

    /** Field by field, in the order in which they were written. */
    record Fields(List<Field> fields) implements Step {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** The same container, of other parts. */
    record Parts(List<Pair> parts) implements Step {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** Constants of an enum that have other names now, by their former names. */
    record Constants(Map<String, String> renamed) implements Step {
        public Constants {
            renamed = Map.copyOf(renamed);
        }
    }

    /** Subtypes of a sealed type, by their numbers on the wire. */
    record Subtypes(Map<Integer, Pair> byTag) implements Step {
        public Subtypes {
            byTag = Map.copyOf(byTag);
        }
    }

    /** Read as something else: a type that has become a subtype, or is an Optional now. */
    record Other(Pair pair, Way way) implements Step {}

    /** What is done before or after reading as something else. */
    enum Way {
        /** Nothing. */
        AS_SUCH,
        /** A class that wasn't final: a byte before says whether a subclass's value comes. */
        WAS_OPEN,
        /** It becomes an Optional. */
        INTO_OPTIONAL,
        /** It is taken out of an Optional, and null if that is empty. */
        OUT_OF_OPTIONAL
    }
}
