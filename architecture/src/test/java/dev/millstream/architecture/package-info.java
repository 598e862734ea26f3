/**
 * Tests that hold the house together: who may import whom, forbidden calls, documents that must
 * stay true.
 */
@NullMarked
package dev.millstream.architecture;

import org.jspecify.annotations.NullMarked;
