/** Asks a running cluster, over its REST interface. */
@NullMarked
package dev.millstream.cli.remote;

import org.jspecify.annotations.NullMarked;
