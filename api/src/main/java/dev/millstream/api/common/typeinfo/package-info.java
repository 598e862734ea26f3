/** What is known of the types of records. */
@NullMarked
package dev.millstream.api.common.typeinfo;

import org.jspecify.annotations.NullMarked;
