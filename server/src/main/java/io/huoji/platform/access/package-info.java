/** Who is asking and which rows and acts are theirs: one predicate, used everywhere. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant"})
@NullMarked
package io.huoji.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
