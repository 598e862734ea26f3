package dev.millstream.platform.planted.two;

import dev.millstream.platform.planted.one.NeedsTwo;
import org.jspecify.annotations.Nullable;

public record NeedsOne(@Nullable NeedsTwo other) {}
