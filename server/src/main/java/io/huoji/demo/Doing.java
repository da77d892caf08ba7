package io.huoji.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One action that a teacher of the demo says to have done, before any rule of the product has looked at it.
 *
 * @param evidence what proves it: {@code file} (a small real one), {@code link}, or null
 */
record Doing(Teacher teacher, EduNode node, LocalDateTime occurred, Instant received, String level,
        @Nullable String evidence, int serial) {}
