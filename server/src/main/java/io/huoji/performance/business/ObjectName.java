package io.huoji.performance.business;

import java.util.UUID;

/** How other systems name a business object. */
public record ObjectName(UUID type, String externalId) {}
