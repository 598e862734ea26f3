/** What can be asked of the Dispatcher. */
@NullMarked
package dev.millstream.protocol.dispatcher;

import org.jspecify.annotations.NullMarked;
