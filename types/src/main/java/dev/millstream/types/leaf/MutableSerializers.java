package dev.millstream.types.leaf;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.util.BitSet;
import java.util.Date;

/** Leaf types whose values can change. */
final class MutableSerializers {
    private MutableSerializers() {}

    // JavaUtilDate: users have such fields.
    @SuppressWarnings("JavaUtilDate")
    static final class OfDate extends Serializer<Date> {
        @Override
        public void write(Date value, Output out) {
            out.writeLong(value.getTime());
        }

        @Override
        public Date read(Input in) {
            return new Date(in.readLong());
        }

        @Override
        public Date copy(Date value) {
            return new Date(value.getTime());
        }

        @Override
        public boolean isImmutable() {
            return false;
        }

        @Override
        protected int describe(SchemaBuilder schema) {
            return schema.leaf(Date.class.getName());
        }
    }

    static final class OfBitSet extends Serializer<BitSet> {
        private final Serializer<long[]> words = new PrimitiveArraySerializers.OfLongs();

        @Override
        public void write(BitSet value, Output out) {
            words.write(value.toLongArray(), out);
        }

        @Override
        public BitSet read(Input in) {
            return BitSet.valueOf(words.read(in));
        }

        @Override
        public BitSet copy(BitSet value) {
            return (BitSet) value.clone();
        }

        @Override
        public boolean isImmutable() {
            return false;
        }

        @Override
        protected int describe(SchemaBuilder schema) {
            return schema.leaf(BitSet.class.getName());
        }
    }
}
