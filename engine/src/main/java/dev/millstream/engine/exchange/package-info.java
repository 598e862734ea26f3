/**
 * The data exchange of one process: makes partitions and gates, and connects them.
 *
 * <p>A producing task's thread chooses a channel for each record and gathers batches ({@code
 * output}); it hands them over through a bounded queue of the channel ({@code queue}); the
 * consuming task's thread takes them out of its gate ({@code input}). Between processes the queue
 * is cut in two, and batches go over a shared link as bytes, as far as the reader has given credit
 * ({@code remote}). Blocking partitions go through a file ({@code spill}).
 *
 * <p>Threads: outputs belong to the producer's, gates to the consumer's; who asks for what runs on
 * the exchange's lane; frames arrive on the network's threads, which never wait. Only {@code
 * queue}, the meeting points in {@code output} and the channels in {@code remote} are touched by
 * several, and each says how.
 *
 * <p>Invariants: records and events keep their order for each producer and channel; a channel holds
 * no more than its bounds in batches, and in bytes but for one batch; all that is counted as
 * outstanding is gone when no task is left; a channel that breaks fails both its ends, with an
 * exception that says whether the failure is their own.
 */
@NullMarked
package dev.millstream.engine.exchange;

import org.jspecify.annotations.NullMarked;
