package dev.millstream.types.composite;

import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;

/** Generates {@code write(Object value, Output out)}. */
final class WriteMethod {
    private static final int VALUE = 1;
    private static final int OUT = 2;

    private final Shape.Fields shape;
    private final List<Property> properties;
    private final NullBits nullBits;
    private final CodeBuilder code;
    private final int[] slots;
    private int self;

    WriteMethod(Composition composition, CodeBuilder code) {
        shape = composition.shape();
        properties = shape.properties();
        nullBits = NullBits.of(properties);
        this.code = code;
        slots = new int[properties.size()];
    }

    void generate() {
        self = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(VALUE).checkcast(Calls.owner(shape)).astore(self);
        for (int i = 0; i < slots.length; i++) {
            if (!properties.get(i).isPrimitive()) {
                slots[i] = code.allocateLocal(TypeKind.REFERENCE);
                code.aload(self);
                Calls.get(code, shape, properties.get(i));
                code.astore(slots[i]);
            }
        }
        for (int i = 0; i < nullBits.bytes(); i++) {
            writeNullByte(i);
        }
        for (int i = 0; i < slots.length; i++) {
            writeProperty(i);
        }
        code.return_();
    }

    private void writeNullByte(int index) {
        int mask = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(mask);
        for (int i = 0; i < slots.length; i++) {
            if (nullBits.isIn(i, index)) {
                Label present = code.newLabel();
                code.aload(slots[i]).ifnonnull(present);
                code.iload(mask).loadConstant(nullBits.maskOf(i)).ior().istore(mask);
                code.labelBinding(present);
            }
        }
        code.aload(OUT).iload(mask);
        Calls.writeByte(code);
    }

    private void writeProperty(int index) {
        Property property = properties.get(index);
        if (property.isPrimitive()) {
            code.aload(OUT).aload(self);
            Calls.get(code, shape, property);
            Calls.writePrimitive(code, property);
            return;
        }
        Label isNull = code.newLabel();
        code.aload(slots[index]).ifnull(isNull);
        if (Calls.isString(property)) {
            code.aload(OUT).aload(slots[index]);
            Calls.writeString(code);
        } else {
            Calls.loadSerializer(code, index);
            code.aload(slots[index]).aload(OUT);
            Calls.write(code);
        }
        code.labelBinding(isNull);
    }
}
