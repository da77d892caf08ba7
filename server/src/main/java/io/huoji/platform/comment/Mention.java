package io.huoji.platform.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A comment in which somebody is named, and when they read it. */
public record Mention(Comment comment, @Nullable Instant readAt) {}
