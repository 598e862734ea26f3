package dev.millstream.engine.join;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.datastream.CoGroupedStreams.TaggedUnion;

/**
 * The key of a record of either stream.
 *
 * @param first of the first stream's records
 * @param second of the second stream's records
 */
public record TaggedKey(KeySelector<Object, Object> first, KeySelector<Object, Object> second)
        implements KeySelector<Object, Object> {
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // a record of one stream is there
    public Object getKey(Object value) throws Exception {
        TaggedUnion<Object, Object> tagged = (TaggedUnion<Object, Object>) value;
        return tagged.isOne() ? first.getKey(tagged.getOne()) : second.getKey(tagged.getTwo());
    }
}
