/**
 * The roles of a cluster as processes of their own, over real links and with the REST interface.
 */
@NullMarked
package dev.millstream.cluster.entrypoint;

import org.jspecify.annotations.NullMarked;
