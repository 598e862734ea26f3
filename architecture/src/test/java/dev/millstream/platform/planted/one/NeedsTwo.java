package dev.millstream.platform.planted.one;

import dev.millstream.platform.planted.two.NeedsOne;
import org.jspecify.annotations.Nullable;

public record NeedsTwo(@Nullable NeedsOne other) {}
