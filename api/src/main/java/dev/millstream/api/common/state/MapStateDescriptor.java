package dev.millstream.api.common.state;

import dev.millstream.api.common.typeinfo.TypeInformation;

/** Describes a {@link MapState}. */
public class MapStateDescriptor<UK, UV> extends StateDescriptor<MapState<UK, UV>, UV> {
    private static final long serialVersionUID = 1L;

    /** Of the entries' keys, as far as it is known. */
    private final TypeInformation<UK> keyType;

    /** Of keys and values of classes without type parameters. */
    public MapStateDescriptor(String name, Class<UK> keyClass, Class<UV> valueClass) {
        this(name, TypeInformation.of(keyClass), TypeInformation.of(valueClass));
    }

    /** Of keys and values of any types. */
    public MapStateDescriptor(
            String name, TypeInformation<UK> keyTypeInfo, TypeInformation<UV> valueTypeInfo) {
        super(name, valueTypeInfo);
        this.keyType = keyTypeInfo;
    }

    /** Of the entries' keys, as far as it is known. */
    public TypeInformation<UK> getKeyTypeInformation() {
        return keyType;
    }

    @Override
    public Type getType() {
        return Type.MAP;
    }
}
