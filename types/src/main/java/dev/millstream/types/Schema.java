package dev.millstream.types;

import java.util.ArrayList;
import java.util.List;

/**
 * What a serializer writes, as data: the types that a type consists of, in a table, so that
 * recursive types need no special case. Equal schemas mean equal formats.
 *
 * @param types at index 0 the described type itself; the others in the order in which they are
 *     first met, depth first
 */
public record Schema(List<TypeNode> types) {
    private static final int MAX_TYPES = 4_096;

    // Goes before every schema; another number means another format of schemas.
    private static final int VERSION = 1;

    /** The kinds of types. */
    public enum Kind {
        /** A type with a format of its own. */
        LEAF(0),
        RECORD(1),
        POJO(2),
        /** Members are the constants. */
        ENUM(3),
        /** Members are the subtypes; ids are what stands for them on the wire. */
        SEALED(4),
        /** Written by the class of each value. */
        DYNAMIC(5),
        ARRAY(6),
        LIST(7),
        SET(8),
        MAP(9),
        QUEUE(10),
        OPTIONAL(11),
        /** A class that isn't final: a value of a subclass is written as {@link #DYNAMIC}. */
        OPEN(12),
        /** Written by a serializer that is not ours; the only member names the format. */
        FOREIGN(13);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind read(Input in) {
            int code = in.readByte();
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw in.corrupt("a schema with kind of type " + code);
        }
    }

    /**
     * One type.
     *
     * @param name the class's binary name; of what has a format of its own, a name of that
     * @param formerNames see {@link RenamedFrom}
     * @param members fields in the order in which they are written, or what stands in their place
     */
    public record TypeNode(Kind kind, String name, List<String> formerNames, List<Member> members) {
        public TypeNode {
            formerNames = List.copyOf(formerNames);
            members = List.copyOf(members);
        }
    }

    /**
     * A field, an element, a subtype or a constant.
     *
     * @param id number on the wire of a subtype; 0 for others
     * @param type index of its type in the schema; of a constant, that of the enum itself
     * @param formerNames see {@link RenamedFrom}
     */
    public record Member(String name, int id, int type, List<String> formerNames) {
        public Member {
            formerNames = List.copyOf(formerNames);
        }
    }

    public Schema {
        types = List.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("A schema has at least one type");
        }
    }

    /** The described class's binary name. */
    public String className() {
        return types.getFirst().name();
    }

    /** One of the types for people: {@code record Order(long id, java.lang.String name)}. */
    public String describe(int type) {
        return SchemaText.describe(this, types.get(type));
    }

    /** Appends this schema. */
    public void write(Output out) {
        out.writeByte(VERSION);
        out.writeVarInt(types.size());
        for (TypeNode type : types) {
            out.writeByte(type.kind().code);
            out.writeString(type.name());
            writeNames(type.formerNames(), out);
            out.writeVarInt(type.members().size());
            for (Member member : type.members()) {
                out.writeString(member.name());
                out.writeVarInt(member.id());
                out.writeVarInt(member.type());
                writeNames(member.formerNames(), out);
            }
        }
    }

    private static void writeNames(List<String> names, Output out) {
        out.writeVarInt(names.size());
        names.forEach(out::writeString);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws CorruptDataException if these bytes are no schema
     */
    public static Schema read(Input in) {
        int version = in.readByte();
        if (version != VERSION) {
            throw in.corrupt("a schema of version " + version + ", not " + VERSION);
        }
        int typeCount = in.readCount();
        if (typeCount == 0 || typeCount > MAX_TYPES) {
            throw in.corrupt("a schema of " + typeCount + " types");
        }
        List<TypeNode> types = new ArrayList<>();
        for (int i = 0; i < typeCount; i++) {
            Kind kind = Kind.read(in);
            String name = in.readString();
            types.add(new TypeNode(kind, name, readNames(in), readMembers(in, typeCount)));
        }
        return new Schema(types);
    }

    private static List<Member> readMembers(Input in, int typeCount) {
        int count = in.readCount();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.readString();
            int id = in.readVarInt();
            int type = in.readVarInt();
            if (type < 0 || type >= typeCount) {
                throw in.corrupt("a schema that refers to type " + type + " of " + typeCount);
            }
            members.add(new Member(name, id, type, readNames(in)));
        }
        return members;
    }

    private static List<String> readNames(Input in) {
        List<String> names = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            names.add(in.readString());
        }
        return names;
    }

    @Override
    public String toString() {
        return SchemaText.describe(this);
    }
}
