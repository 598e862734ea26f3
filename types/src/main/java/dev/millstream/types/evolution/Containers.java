package dev.millstream.types.evolution;

import dev.millstream.types.Schema.Kind;
import dev.millstream.types.Schema.TypeNode;

/** Which containers are written alike, and can stand for each other. */
final class Containers {
    static final String ENUM_SET = "java.util.EnumSet";
    static final String ENUM_MAP = "java.util.EnumMap";

    private Containers() {}

    /** Whether a container can be read as another, their elements apart. */
    static boolean isReadAs(TypeNode from, TypeNode to) {
        if (from.members().size() != to.members().size() || !isSameForm(from, to)) {
            return false;
        }
        return switch (to.kind()) {
            case MAP -> from.kind() == Kind.MAP;
            // A list may have an element twice.
            case SET -> from.kind() == Kind.SET;
            case LIST, QUEUE, ARRAY -> isSequence(from.kind()) || from.kind() == Kind.SET;
            case OPTIONAL -> from.kind() == Kind.OPTIONAL;
            case LEAF, RECORD, POJO, ENUM, SEALED, DYNAMIC, OPEN, FOREIGN -> false;
        };
    }

    private static boolean isSequence(Kind kind) {
        return kind == Kind.LIST || kind == Kind.QUEUE || kind == Kind.ARRAY;
    }

    // Containers of enums have a form of their own.
    private static boolean isSameForm(TypeNode from, TypeNode to) {
        return from.name().equals(ENUM_SET) == to.name().equals(ENUM_SET)
                && from.name().equals(ENUM_MAP) == to.name().equals(ENUM_MAP);
    }
}
