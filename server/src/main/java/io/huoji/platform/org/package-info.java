/** The people of a tenant: units as a tree, who belongs where since when, roles and what they allow. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.access", "platform.event"})
@NullMarked
package io.huoji.platform.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
