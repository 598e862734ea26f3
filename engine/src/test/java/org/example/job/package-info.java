/** What users would write: outside of our packages, so that it can be told from them. */
@NullMarked
package org.example.job;

import org.jspecify.annotations.NullMarked;
