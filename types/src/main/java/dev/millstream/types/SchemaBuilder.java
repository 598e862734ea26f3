package dev.millstream.types;

import dev.millstream.types.Schema.Kind;
import dev.millstream.types.Schema.Member;
import dev.millstream.types.Schema.TypeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the types of a {@link Schema}, each once. For one thread. */
public final class SchemaBuilder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable TypeNode> types = new ArrayList<>();
    private final Map<Integer, Serializer<?>> serializers = new HashMap<>();

    SchemaBuilder() {}

    /** Adds a serializer's type unless it is there already, and returns its number. */
    public int add(Serializer<?> serializer) {
        int number = serializer.describe(this);
        serializers.putIfAbsent(number, serializer);
        return number;
    }

    /** A type with a format of its own; the name changes whenever the format does. */
    public int leaf(String name) {
        return type(Kind.LEAF, name, name, _ -> {});
    }

    /**
     * A type that consists of others, maybe also of itself.
     *
     * @param fullName with type arguments, if it has any: what tells it from other types
     * @param name the class's binary name
     * @param parts adds the members
     */
    public int type(Kind kind, String fullName, String name, Consumer<Members> parts) {
        String key = kind + " " + fullName;
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = types.size();
        numbers.put(key, number);
        types.add(null);
        Members members = new Members(number);
        parts.accept(members);
        types.set(number, new TypeNode(kind, name, members.formerNames, members.list));
        return number;
    }

    /**
     * A class whose values stand behind the number of their bytes, as an int.
     *
     * @param name the class's binary name
     * @param format changes whenever the bytes do
     */
    public int foreign(String name, String format) {
        return type(
                Kind.FOREIGN,
                name + " by " + format,
                name,
                members -> members.constant(format, List.of()));
    }

    SchemaParts buildParts() {
        Schema schema = build();
        List<Serializer<?>> inOrder = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            inOrder.add(Objects.requireNonNull(serializers.get(i)));
        }
        return new SchemaParts(schema, inOrder);
    }

    Schema build() {
        List<TypeNode> complete = new ArrayList<>();
        for (TypeNode type : types) {
            if (type == null) {
                throw new IllegalStateException("A type wasn't described to its end");
            }
            complete.add(type);
        }
        return new Schema(complete);
    }

    /** What a type consists of. */
    public final class Members {
        private final int self;
        private final List<Member> list = new ArrayList<>();
        private List<String> formerNames = List.of();

        private Members(int self) {
            this.self = self;
        }

        /** The names that the type itself had before. */
        public void formerly(List<String> names) {
            formerNames = names;
        }

        /** An element. */
        public void add(String name, Serializer<?> serializer) {
            add(name, 0, serializer);
        }

        /** A field with the names that it had before. */
        public void add(String name, List<String> former, Serializer<?> serializer) {
            list.add(new Member(name, 0, SchemaBuilder.this.add(serializer), former));
        }

        /** A subtype with its number on the wire. */
        public void add(String name, int id, Serializer<?> serializer) {
            list.add(new Member(name, id, SchemaBuilder.this.add(serializer), List.of()));
        }

        /** A constant of an enum with the names that it had before. */
        public void constant(String name, List<String> former) {
            list.add(new Member(name, 0, self, former));
        }
    }
}
