package dev.millstream.jobmanager.planted.impl;

public record SlotUtils() {}
