/** Links to other processes: opened on demand, greeted, watched over, and served. */
@NullMarked
package dev.millstream.rpc.remote;

import org.jspecify.annotations.NullMarked;
