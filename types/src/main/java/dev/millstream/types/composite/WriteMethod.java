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
        int next = 0;
        while (next < slots.length) {
            FixedWidth group = FixedWidth.from(next, properties);
            if (group.isWorthwhile()) {
                writeGroup(group);
                next = group.end();
            } else {
                writeProperty(next);
                next++;
            }
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

    private void writeGroup(FixedWidth group) {
        int at = code.allocateLocal(TypeKind.INT);
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(OUT).loadConstant(group.bytes());
        Calls.claim(code, Calls.OUTPUT);
        code.istore(at).aload(OUT);
        Calls.array(code, Calls.OUTPUT);
        code.astore(array);
        int offset = 0;
        for (int i = group.first(); i < group.end(); i++) {
            Property property = properties.get(i);
            code.aload(array).iload(at).loadConstant(offset).iadd().aload(self);
            Calls.get(code, shape, property);
            Calls.put(code, property);
            offset += FixedWidth.width(property);
        }
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
