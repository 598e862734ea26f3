package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.MapState;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map for each key; in the order in which entries were added, so that runs can be repeated. */
final class HeapMapState<K, V> implements MapState<K, V> {
    private final ObjectField<Map<K, V>> field;

    HeapMapState(ObjectField<Map<K, V>> field) {
        this.field = field;
    }

    private Map<K, V> present() {
        Map<K, V> map = field.get();
        return map == null ? Map.of() : map;
    }

    @Override
    public @Nullable V get(K key) {
        Map<K, V> map = field.get();
        return map == null ? null : map.get(key);
    }

    @Override
    public void put(K key, V value) {
        Map<K, V> map = field.get();
        if (map == null) {
            map = new LinkedHashMap<>();
            field.set(map);
        }
        map.put(key, value);
    }

    @Override
    public void putAll(Map<K, V> map) {
        map.forEach(this::put);
    }

    @Override
    public void remove(K key) {
        Map<K, V> map = field.get();
        if (map != null) {
            map.remove(key);
            dropIfEmpty(map);
        }
    }

    private void dropIfEmpty(Map<K, V> map) {
        if (map.isEmpty()) {
            field.clear();
        }
    }

    @Override
    public boolean contains(K key) {
        Map<K, V> map = field.get();
        return map != null && map.containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return this::iterator;
    }

    @Override
    public Iterable<K> keys() {
        return present().keySet();
    }

    @Override
    public Iterable<V> values() {
        return present().values();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return present().entrySet().iterator();
    }

    @Override
    public boolean isEmpty() {
        return present().isEmpty();
    }

    @Override
    public void clear() {
        field.clear();
    }
}
