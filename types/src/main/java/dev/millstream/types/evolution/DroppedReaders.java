package dev.millstream.types.evolution;

import dev.millstream.types.ClassOrigin;
import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;
import java.util.List;

/** What {@link Dropped} reads with. */
final class DroppedReaders {
    /** Stands for what was read. */
    static final Object VALUE = "dropped";

    private DroppedReaders() {}

    /** Values that go with their class, which need not be there. */
    static final class Unknown extends ReadingSerializer {
        private final Serializer<Object> dynamic;

        Unknown(Serializer<Object> dynamic) {
            this.dynamic = dynamic;
        }

        @Override
        public Object read(Input in) {
            ClassOrigin origin = in.classOrigin();
            if (origin == null) {
                dynamic.read(in);
                return VALUE;
            }
            origin.beginDropping();
            try {
                dynamic.read(in);
            } finally {
                origin.endDropping();
            }
            return VALUE;
        }
    }

    /** Records and POJOs. */
    static final class Fields extends ReadingSerializer {
        private final boolean[] primitive;
        private final List<Serializer<Object>> readers;

        Fields(boolean[] primitive, List<Serializer<Object>> readers) {
            this.primitive = primitive;
            this.readers = List.copyOf(readers);
        }

        @Override
        public Object read(Input in) {
            int nullable = 0;
            for (boolean each : primitive) {
                nullable += each ? 0 : 1;
            }
            byte[] masks = new byte[readers.isEmpty() ? 1 : (nullable + 7) / 8];
            in.read(masks, 0, masks.length);
            int bit = 0;
            for (int i = 0; i < primitive.length; i++) {
                boolean isNull = !primitive[i] && (masks[bit / 8] & 1 << (bit % 8)) != 0;
                bit += primitive[i] ? 0 : 1;
                if (!isNull) {
                    readers.get(i).read(in);
                }
            }
            return VALUE;
        }
    }

    /** What foreign serializers write: behind the number of its bytes. */
    static final class Framed extends ReadingSerializer {
        @Override
        public Object read(Input in) {
            int length = in.readInt();
            if (length < 0 || length > in.remaining()) {
                throw in.corrupt(length + " bytes announced, with " + in.remaining() + " left");
            }
            in.read(new byte[length], 0, length);
            return VALUE;
        }
    }

    /** Sets of enums: a number, then names. */
    static final class EnumSets extends ReadingSerializer {
        private final Serializer<Object> element;

        EnumSets(Serializer<Object> element) {
            this.element = element;
        }

        @Override
        public Object read(Input in) {
            for (int left = in.readCount(); left > 0; left--) {
                element.read(in);
            }
            return VALUE;
        }
    }

    /** Maps from enums: a number, then names, each with a value that may be null. */
    static final class EnumMaps extends ReadingSerializer {
        private final Serializer<Object> key;
        private final Serializer<Object> value;

        EnumMaps(Serializer<Object> key, Serializer<Object> value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public Object read(Input in) {
            for (int left = in.readCount(); left > 0; left--) {
                key.read(in);
                if (in.readBoolean()) {
                    value.read(in);
                }
            }
            return VALUE;
        }
    }
}
