package dev.millstream.api.common.functions;

/** What a rich function is told when it is opened. Reserved for what later versions tell. */
public interface OpenContext {}
