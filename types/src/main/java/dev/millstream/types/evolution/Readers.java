package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaParts;
import dev.millstream.types.Serializer;
import dev.millstream.types.composite.CompositeSerializer;
import dev.millstream.types.composite.DeferredSerializer;
import dev.millstream.types.composite.WrittenFields;
import dev.millstream.types.container.Container;
import dev.millstream.types.container.EnumSerializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds what reads written types, as a {@link Comparison} has found. For one thread. */
final class Readers {
    private final SchemaParts now;
    private final Comparison comparison;
    private final Serializer<Object> dynamic;
    private final Dropped dropped;
    private final Map<Step.Pair, LateReader> readers = new HashMap<>();

    Readers(Schema written, SchemaParts now, Comparison comparison, Serializer<Object> dynamic) {
        this.now = now;
        this.comparison = comparison;
        this.dynamic = dynamic;
        this.dropped = new Dropped(written, dynamic);
    }

    Serializer<Object> root() {
        return reader(new Step.Pair(0, 0));
    }

    private Serializer<Object> reader(Step.Pair pair) {
        Step step = comparison.step(pair);
        if (step instanceof Step.AsIs) {
            return present(pair.now());
        }
        LateReader known = readers.get(pair);
        if (known != null) {
            return known.direct();
        }
        LateReader late = new LateReader();
        readers.put(pair, late);
        late.complete(build(step, pair));
        return late.direct();
    }

    private Serializer<?> serializer(int type) {
        return now.serializers().get(type);
    }

    private Serializer<Object> present(int type) {
        return untyped(serializer(type));
    }

    // unchecked: only values that it has made itself are given to it.
    @SuppressWarnings("unchecked")
    private static Serializer<Object> untyped(Serializer<?> serializer) {
        return (Serializer<Object>) serializer;
    }

    private Serializer<Object> build(Step step, Step.Pair pair) {
        return switch (step) {
            case Step.AsIs asIs -> present(pair.now());
            case Step.Converted converted ->
                    new ConvertedReader(
                            dropped.leaf(converted.from()),
                            Objects.requireNonNull(
                                    LeafConversions.between(converted.from(), converted.to())));
            case Step.Fields fields -> fields(fields.fields(), pair.written(), present(pair.now()));
            case Step.Parts parts -> {
                List<Serializer<Object>> inner = new ArrayList<>();
                parts.parts().forEach(part -> inner.add(reader(part)));
                yield untyped(((Container) serializer(pair.now())).withParts(inner));
            }
            case Step.Constants constants ->
                    untyped(
                            ((EnumSerializer) serializer(pair.now()))
                                    .withNames(constants.renamed()));
            case Step.Subtypes subtypes -> {
                Map<Integer, Serializer<Object>> byTag = new HashMap<>();
                subtypes.byTag().forEach((tag, subtype) -> byTag.put(tag, reader(subtype)));
                yield new TaggedReader(now.schema().types().get(pair.now()).name(), byTag, dynamic);
            }
            case Step.Other other -> new OtherReader(other.way(), reader(other.pair()), dynamic);
        };
    }

    private Serializer<Object> fields(
            List<Step.Field> fields, int written, Serializer<Object> present) {
        List<WrittenFields.Field> parts = new ArrayList<>();
        for (Step.Field field : fields) {
            Serializer<Object> reader =
                    field.member() < 0
                            ? dropped.type(field.written())
                            : reader(new Step.Pair(field.written(), field.now()));
            parts.add(
                    new WrittenFields.Field(
                            dropped.isPrimitive(field.written()), reader, field.member()));
        }
        Serializer<?> known = present;
        return switch (known) {
            case DeferredSerializer deferred -> new WrittenFields(deferred.shape(), parts);
            case CompositeSerializer composite -> new WrittenFields(composite.shape(), parts);
            default -> new SingletonReader(dropped.type(written), singleton(present));
        };
    }

    // A class without fields of which there is one object: reading it again gives that.
    private static Object singleton(Serializer<Object> present) {
        Output one = new Output(1);
        one.writeByte(0);
        return present.read(new Input(one.toByteArray()));
    }
}
