/** The actor system of a process, put together: the entry point of this module. */
@NullMarked
package dev.millstream.rpc.service;

import org.jspecify.annotations.NullMarked;
