/** Tests of the routes of the cluster. */
@NullMarked
package dev.millstream.rest.cluster;

import org.jspecify.annotations.NullMarked;
