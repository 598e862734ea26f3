package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.util.List;
import java.util.Optional;

/** Of optionals. */
public final class OptionalSerializer extends Serializer<Optional<Object>> implements Container {
    private final String elementName;
    private final Serializer<Object> element;

    /**
     * @param elementName full name of the element type
     */
    public OptionalSerializer(String elementName, Serializer<Object> element) {
        this.elementName = elementName;
        this.element = element;
    }

    @Override
    public void write(Optional<Object> value, Output out) {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            element.write(value.get(), out);
        }
    }

    @Override
    public Optional<Object> read(Input in) {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        Object content = element.read(in);
        // A value of dynamic type may be null, which no optional holds.
        if (content == null) {
            throw in.corrupt("an Optional that holds null");
        }
        return Optional.of(content);
    }

    @Override
    public Optional<Object> copy(Optional<Object> value) {
        return value.isEmpty() || element.isImmutable()
                ? value
                : Optional.of(element.copy(value.get()));
    }

    @Override
    public Serializer<?> withParts(List<Serializer<Object>> parts) {
        return new OptionalSerializer(elementName, parts.getFirst());
    }

    @Override
    public boolean isImmutable() {
        return element.isImmutable();
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        String name = Optional.class.getName();
        return schema.type(
                Schema.Kind.OPTIONAL,
                name + "<" + elementName + ">",
                name,
                members -> members.add("value", element));
    }
}
