/** Identities of TaskManagers, slots, allocations, attempts and partitions. */
@NullMarked
package dev.millstream.protocol.id;

import org.jspecify.annotations.NullMarked;
