/** Jobs with the paths and fields that the field's tools expect. */
@NullMarked
package dev.millstream.rest.job;

import org.jspecify.annotations.NullMarked;
