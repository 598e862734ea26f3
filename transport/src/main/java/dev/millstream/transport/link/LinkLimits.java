package dev.millstream.transport.link;

/**
 * What a link bears.
 *
 * @param maxFrameBytes longest frame, in either direction
 * @param maxPendingBytes how much may wait to be sent before the link is broken
 * @param lingerMs how long a closed link may take to send what was sent before
 */
public record LinkLimits(int maxFrameBytes, long maxPendingBytes, long lingerMs) {}
