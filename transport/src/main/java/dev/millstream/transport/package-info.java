/** Links between processes over sockets: one port a process, shared by all purposes. */
@NullMarked
package dev.millstream.transport;

import org.jspecify.annotations.NullMarked;
