package io.huoji.performance.action;

import java.util.UUID;

/** A stretch of real work whose few decisive actions are its nodes. */
public record Scene(UUID id, String key, String name, String description, int position, long version) {}
