package dev.millstream.types.composite;

import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Generates {@code read(Input in)}. */
final class ReadMethod {
    private static final int THIS = 0;
    private static final int IN = 1;
    private static final ClassDesc RUNTIME_EXCEPTION =
            SerializerGenerator.desc(RuntimeException.class);

    private final Shape.Fields shape;
    private final List<Property> properties;
    private final NullBits nullBits;
    private final CodeBuilder code;
    private final int[] slots;
    private final int[] masks;

    ReadMethod(Composition composition, CodeBuilder code) {
        shape = composition.shape();
        properties = shape.properties();
        nullBits = NullBits.of(properties);
        this.code = code;
        slots = new int[properties.size()];
        masks = new int[nullBits.bytes()];
    }

    void generate() {
        for (int i = 0; i < masks.length; i++) {
            masks[i] = code.allocateLocal(TypeKind.INT);
            code.aload(IN);
            Calls.readByte(code);
            code.istore(masks[i]);
        }
        int next = 0;
        while (next < slots.length) {
            FixedWidth group = FixedWidth.from(next, properties);
            if (group.isWorthwhile()) {
                readGroup(group);
                next = group.end();
            } else {
                readProperty(next);
                next++;
            }
        }
        code.trying(
                block -> {
                    Construction.construct(block, shape, slots);
                    block.areturn();
                },
                catches ->
                        catches.catching(
                                RUNTIME_EXCEPTION,
                                block -> {
                                    int cause = block.allocateLocal(TypeKind.REFERENCE);
                                    block.astore(cause).aload(THIS).aload(IN).aload(cause);
                                    block.invokevirtual(
                                            SerializerGenerator.SUPERCLASS,
                                            "refused",
                                            MethodTypeDesc.of(
                                                    RUNTIME_EXCEPTION,
                                                    Calls.INPUT,
                                                    RUNTIME_EXCEPTION));
                                    block.athrow();
                                }));
    }

    private void readGroup(FixedWidth group) {
        int at = code.allocateLocal(TypeKind.INT);
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(IN).loadConstant(group.bytes());
        Calls.claim(code, Calls.INPUT);
        code.istore(at).aload(IN);
        Calls.array(code, Calls.INPUT);
        code.astore(array);
        int offset = 0;
        for (int i = group.first(); i < group.end(); i++) {
            Property property = properties.get(i);
            slots[i] = code.allocateLocal(Calls.kind(property));
            code.aload(array).iload(at).loadConstant(offset).iadd();
            Calls.get(code, property);
            code.storeLocal(Calls.kind(property), slots[i]);
            offset += FixedWidth.width(property);
        }
    }

    private void readProperty(int index) {
        Property property = properties.get(index);
        slots[index] = code.allocateLocal(Calls.kind(property));
        if (property.isPrimitive()) {
            code.aload(IN);
            Calls.readPrimitive(code, property);
            code.storeLocal(Calls.kind(property), slots[index]);
            return;
        }
        Label present = code.newLabel();
        Label done = code.newLabel();
        code.iload(masks[nullBits.byteOf(index)]).loadConstant(nullBits.maskOf(index)).iand();
        code.ifeq(present);
        code.aconst_null().astore(slots[index]).goto_(done);
        code.labelBinding(present);
        if (Calls.isString(property)) {
            code.aload(IN);
            Calls.readString(code);
        } else {
            Calls.loadSerializer(code, index);
            code.aload(IN);
            Calls.read(code, property);
        }
        code.astore(slots[index]);
        code.labelBinding(done);
    }
}
