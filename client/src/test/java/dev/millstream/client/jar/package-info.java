/** Tests of how jars reach a cluster. */
@NullMarked
package dev.millstream.client.jar;

import org.jspecify.annotations.NullMarked;
