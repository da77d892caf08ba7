package io.huoji.performance.business;

import java.util.UUID;

/** A kind of business object: opportunity, customer, order. */
public record ObjectType(UUID id, String key, String name) {}
