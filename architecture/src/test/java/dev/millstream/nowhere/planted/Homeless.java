package dev.millstream.nowhere.planted;

public record Homeless() {}
