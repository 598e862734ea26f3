/** Reads split-based sources: the reader's operator, and what it needs of the JobMaster. */
@NullMarked
package dev.millstream.engine.source;

import org.jspecify.annotations.NullMarked;
