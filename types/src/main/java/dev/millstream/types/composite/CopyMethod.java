package dev.millstream.types.composite;

import dev.millstream.types.Serializer;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;

/** Generates {@code copy(Object value)}. */
final class CopyMethod {
    private static final int VALUE = 1;

    private final Composition composition;
    private final Shape.Fields shape;
    private final List<Serializer<?>> parts;
    private final CodeBuilder code;

    CopyMethod(Composition composition, List<Serializer<?>> parts, CodeBuilder code) {
        this.composition = composition;
        shape = composition.shape();
        this.parts = parts;
        this.code = code;
    }

    void generate() {
        if (composition.isImmutable()) {
            code.aload(VALUE).areturn();
            return;
        }
        int self = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(VALUE).checkcast(Calls.owner(shape)).astore(self);
        int[] slots = new int[shape.properties().size()];
        for (int i = 0; i < slots.length; i++) {
            Property property = shape.properties().get(i);
            slots[i] = code.allocateLocal(Calls.kind(property));
            code.aload(self);
            Calls.get(code, shape, property);
            code.storeLocal(Calls.kind(property), slots[i]);
            if (!parts.get(i).isImmutable()) {
                copyPart(i, slots[i]);
            }
        }
        Construction.construct(code, shape, slots);
        code.areturn();
    }

    private void copyPart(int index, int slot) {
        Label isNull = code.newLabel();
        code.aload(slot).ifnull(isNull);
        Calls.loadSerializer(code, index);
        code.aload(slot);
        Calls.copy(code, shape.properties().get(index));
        code.astore(slot);
        code.labelBinding(isNull);
    }
}
