package dev.millstream.types.composite;

import static java.lang.constant.ConstantDescs.CD_void;

import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Makes an object from the local variables that hold its properties. */
final class Construction {
    private Construction() {}

    /** Nothing -> object. */
    static void construct(CodeBuilder code, Shape.Fields shape, int[] slots) {
        ClassDesc owner = Calls.owner(shape);
        code.new_(owner).dup();
        List<Integer> arguments = shape.arguments();
        ClassDesc[] parameters = new ClassDesc[arguments.size()];
        for (int i = 0; i < parameters.length; i++) {
            Property property = shape.properties().get(arguments.get(i));
            parameters[i] = Calls.type(property);
            code.loadLocal(Calls.kind(property), slots[arguments.get(i)]);
        }
        code.invokespecial(owner, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, parameters));
        for (int i = 0; i < slots.length; i++) {
            if (!arguments.contains(i)) {
                Property property = shape.properties().get(i);
                code.dup().loadLocal(Calls.kind(property), slots[i]);
                Calls.set(code, shape, property);
            }
        }
    }
}
