package dev.millstream.types.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.Serializer;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.record.ValueDecoder;
import dev.millstream.types.record.ValueEncoder;
import dev.millstream.types.sample.Compiled;
import dev.millstream.types.serialization.Serializers;

/** A class {@code T} as it was, whose static {@code make()} gives a value, and as it is. */
record Versions(Compiled before, Compiled after) {
    static Versions of(String before, String after) {
        return new Versions(Compiled.of(before), Compiled.of(after));
    }

    Schema written() {
        return schema(before, "T");
    }

    Schema now() {
        return schema(after, "T");
    }

    private static Schema schema(Compiled classes, String type) {
        return new Serializers(classes).ofExactClass(classes.type(type)).schema();
    }

    Compatibility compatibility() {
        return SchemaEvolution.compatible(written(), now());
    }

    /** Reads what was written as it was. */
    Serializer<Object> reader() {
        Serializers here = new Serializers(after);
        return SchemaEvolution.reader(
                written(), here.ofExactClass(after.type("T")), here.dynamic());
    }

    /** The value, written as it was and read as it is, in words. */
    String migrated() {
        return String.valueOf(migrated(before.call("T", "make")));
    }

    /** A value of T, in both ways that there are to write it. */
    Object migrated(Object value) {
        Object asRecord = viaRecords(value);
        Object asValue = viaValues(value);
        assertThat(asValue).hasToString(String.valueOf(asRecord));
        return asRecord;
    }

    private Object viaRecords(Object value) {
        Output out = new Output();
        RecordEncoder encoder = new RecordEncoder(new Serializers(before));
        encoder.encode(value, out);
        encoder.encode(value, out);
        RecordDecoder decoder = RecordDecoder.evolving(new Serializers(after));
        Input in = new Input(out.toByteArray());
        Object first = decoder.decode(in);
        assertThat(decoder.decode(in)).hasToString(String.valueOf(first));
        assertThat(in.remaining()).isZero();
        return java.util.Objects.requireNonNull(first);
    }

    private Object viaValues(Object value) {
        Output out = new Output();
        Serializers there = new Serializers(before);
        Serializer<Object> writer = there.of(before.type("T"));
        ValueEncoder<Object> encoder = new ValueEncoder<>(there, writer);
        encoder.begin(out);
        encoder.encode(value, out);
        Serializers here = new Serializers(after);
        Input in = new Input(out.toByteArray());
        Serializer<Object> now = here.of(after.type("T"));
        Object read = ValueDecoder.begin(here, now, in).decode(in);
        assertThat(in.remaining()).isZero();
        return read;
    }
}
