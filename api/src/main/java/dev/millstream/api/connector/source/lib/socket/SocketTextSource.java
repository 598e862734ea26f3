package dev.millstream.api.connector.source.lib.socket;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.api.java.typeutils.ResultTypeQueryable;
import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.platform.link.Address;

/**
 * Text in UTF-8 that a server sends, cut into records at a delimiter. One subtask connects and
 * reads; others of the source have nothing to do. The source ends when the server closes the
 * connection; what came behind the last delimiter is then a record, too.
 *
 * <p>At most once: a server can't be asked to send again what it has sent. When the job restarts or
 * the connection breaks, records that were under way are lost.
 */
public final class SocketTextSource
        implements Source<String, SocketSplit, Boolean>, ResultTypeQueryable<String> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_PORT = 65_535;

    private final String host;
    private final int port;
    private final String delimiter;
    private final long maxRetries;

    /**
     * Checks the arguments; connects to nothing yet.
     *
     * @param host name or IP literal, as TaskManagers see it
     * @param delimiter between two records; with {@code "\n"} a carriage return before it is left
     *     out
     * @param maxRetries how often in a row, a second apart, it tries to connect again before the
     *     stream counts as ended or, unless the server itself closed it, the job fails; negative:
     *     without end
     */
    public SocketTextSource(String host, int port, String delimiter, long maxRetries) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("A socket source needs the name of a host");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "The port of a socket source must be from 1 to "
                            + MAX_PORT
                            + ", but is "
                            + port);
        }
        if (delimiter.isEmpty()) {
            throw new IllegalArgumentException(
                    "The delimiter of a socket source must have at least one character");
        }
        this.host = host;
        this.port = port;
        this.delimiter = delimiter;
        this.maxRetries = maxRetries;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<SocketSplit, Boolean> createEnumerator(
            SplitEnumeratorContext<SocketSplit> enumContext) {
        return new SocketEnumerator(enumContext, false);
    }

    @Override
    public SplitEnumerator<SocketSplit, Boolean> restoreEnumerator(
            SplitEnumeratorContext<SocketSplit> enumContext, Boolean checkpoint) {
        return new SocketEnumerator(enumContext, checkpoint);
    }

    @Override
    public SourceReader<String, SocketSplit> createReader(SourceReaderContext readerContext) {
        return new SocketReader(
                readerContext,
                new Address(host, port),
                new RecordCutter(delimiter),
                new RetryPolicy(maxRetries));
    }

    @Override
    public SimpleVersionedSerializer<SocketSplit> getSplitSerializer() {
        return new SocketSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new SocketEnumerator.CheckpointSerializer();
    }

    @Override
    public TypeInformation<String> getProducedType() {
        return Types.STRING;
    }
}
