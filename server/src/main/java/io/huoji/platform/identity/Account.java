package io.huoji.platform.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A human across all tenants: one login, one password.
 *
 * @param login  lower-case e-mail address or mobile number in E.164
 * @param locale the language it chose; null = that of the tenant
 */
record Account(UUID id, String login, String name, String passwordHash, @Nullable String locale) {}
