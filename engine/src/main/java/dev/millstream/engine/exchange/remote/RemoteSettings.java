package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.queue.QueueBounds;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Network;
import dev.millstream.platform.mark.Marks;

/**
 * What all links of an exchange have in common.
 *
 * @param credits of each channel that is read
 * @param queue of each channel that is produced
 * @param maxFrameBytes what is accepted
 * @param connectTimeoutMs for opening a link, greeting included
 * @param tally counts buffers and links
 * @param marks told of exhausted credit
 * @param lane the exchange's: opening, requests and closing are serial on it
 * @param network opens links
 * @param pool reads spilled partitions
 */
public record RemoteSettings(
        int credits,
        QueueBounds queue,
        int maxFrameBytes,
        long connectTimeoutMs,
        Tally tally,
        Marks marks,
        Lane lane,
        Network network,
        BlockingPool pool) {}
