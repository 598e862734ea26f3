package dev.millstream.api.connector.source;

import java.io.Serializable;

/** A message between a source's enumerator and its readers. */
public interface SourceEvent extends Serializable {}
