/** Who a process is to others: its cluster, its role, and the token that proves both. */
@NullMarked
package dev.millstream.transport.identity;

import org.jspecify.annotations.NullMarked;
