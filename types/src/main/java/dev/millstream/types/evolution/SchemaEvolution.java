package dev.millstream.types.evolution;

import dev.millstream.types.Schema;
import dev.millstream.types.SchemaParts;
import dev.millstream.types.Serializer;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes change, what was written with them stays. Fields may be added, removed, reordered,
 * widened, and renamed with {@link dev.millstream.types.RenamedFrom}; enums and sealed types may be
 * extended. Stateless.
 */
public final class SchemaEvolution {
    private SchemaEvolution() {}

    /** Whether what was written can be read by the type as it is now. Looks at no class. */
    public static Compatibility compatible(Schema written, Schema now) {
        return Comparison.of(written, now).findings().compatibility();
    }

    /**
     * The same of keys, whose bytes and hashes must not change: state is found by them, and lies
     * where their hash says.
     */
    public static Compatibility compatibleKeys(Schema written, Schema now) {
        if (!(compatible(written, now) instanceof Compatibility.AfterMigration migration)) {
            return compatible(written, now);
        }
        List<String> reasons = new ArrayList<>();
        for (String change : migration.changes()) {
            reasons.add(
                    change
                            + ", which gives keys another hash, so that their state would not be"
                            + " found: change it back");
        }
        return new Compatibility.Incompatible(reasons);
    }

    /**
     * Reads what was written with a schema as values of a type as it is now. The result can do
     * nothing but read, unless the schemas have the same form.
     *
     * @param dynamic reads values of unknown class
     * @throws IncompatibleSchemaException if it can't be read
     */
    // unchecked: what is read is what the present serializer makes.
    @SuppressWarnings("unchecked")
    public static <T> Serializer<T> reader(
            Schema written, Serializer<T> now, Serializer<Object> dynamic) {
        SchemaParts parts = now.schemaParts();
        Comparison comparison = Comparison.of(written, parts.schema());
        if (comparison.findings().compatibility()
                instanceof Compatibility.Incompatible incompatible) {
            throw new IncompatibleSchemaException(written.className(), incompatible.reasons());
        }
        return (Serializer<T>) new Readers(written, parts, comparison, dynamic).root();
    }
}
