/** Planted violations, which the rules of the house must catch. */
@NullMarked
package dev.millstream.jobmanager.planted.impl;

import org.jspecify.annotations.NullMarked;
