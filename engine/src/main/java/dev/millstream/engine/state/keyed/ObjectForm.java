package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
import dev.millstream.types.value.Immutability;
import dev.millstream.types.value.ValueCopier;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How objects of a state are copied and written. */
final class ObjectForm {
    /** What a state keeps in one object. */
    enum Kind {
        VALUE,
        LIST,
        MAP
    }

    private final Kind kind;
    private final TypeInformation<?> type;
    private final Serializers serializers;
    private final ValueCopier copier;

    /** Whether no value of the type, whatever its class, can change. */
    private final boolean fixed;

    /** Made when it is needed. */
    private @Nullable Serializer<Object> serializer;

    /**
     * @param type of the values, not of the list or map
     */
    ObjectForm(Kind kind, TypeInformation<?> type, Serializers serializers, ValueCopier copier) {
        this.kind = kind;
        this.type = type;
        this.serializers = serializers;
        this.copier = copier;
        Class<?> raw = type.getTypeClass();
        this.fixed =
                Modifier.isFinal(raw.getModifiers())
                        && !raw.isArray()
                        && Immutability.isDeeplyImmutable(raw);
    }

    String name() {
        return kind.name().toLowerCase(Locale.ROOT) + " of " + type;
    }

    boolean isMutable() {
        return kind != Kind.VALUE || !fixed;
    }

    Object copy(Object object) {
        return switch (kind) {
            case VALUE -> copier.copy(object);
            case LIST -> copyOfList((List<?>) object);
            case MAP -> copyOfMap((Map<?, ?>) object);
        };
    }

    private Object copyOfList(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size() + 1);
        for (Object each : list) {
            copy.add(fixed ? each : copier.copy(each));
        }
        return copy;
    }

    private Object copyOfMap(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(key, fixed || each == null ? each : copier.copy(each)));
        return copy;
    }

    private Serializer<Object> serializer() {
        Serializer<Object> made = serializer;
        if (made == null) {
            made =
                    type.isKnown()
                            ? serializers.of(type.type().orElseThrow())
                            : serializers.dynamic();
            serializer = made;
        }
        return made;
    }

    void write(Object object, Output out) {
        switch (kind) {
            case VALUE -> serializer().write(object, out);
            case LIST -> {
                List<?> list = (List<?>) object;
                out.writeVarInt(list.size());
                list.forEach(each -> serializer().write(each, out));
            }
            case MAP -> {
                Map<?, ?> map = (Map<?, ?>) object;
                out.writeVarInt(map.size());
                map.forEach((key, each) -> {
                    serializers.dynamic().write(key, out);
                    out.writeBoolean(each != null);
                    if (each != null) {
                        serializer().write(each, out);
                    }
                });
            }
        }
    }

    Object read(Input in) {
        return switch (kind) {
            case VALUE -> serializer().read(in);
            case LIST -> {
                int count = in.readCount();
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    list.add(serializer().read(in));
                }
                yield list;
            }
            case MAP -> {
                int count = in.readCount();
                Map<Object, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = 0; i < count; i++) {
                    Object key = serializers.dynamic().read(in);
                    map.put(key, in.readBoolean() ? serializer().read(in) : null);
                }
                yield map;
            }
        };
    }
}
