package dev.millstream.api.common.functions;

import java.io.Serializable;

/**
 * Base of all functions that a user writes. A function is serialised when the program is submitted,
 * and each subtask gets a copy of its own, which is called by one thread.
 */
public interface Function extends Serializable {}
