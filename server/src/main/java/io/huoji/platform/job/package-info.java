/** Duties that recur, kept by the database so that one node does each and a dead node's are taken over. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.database", "platform.tenant"})
@NullMarked
package io.huoji.platform.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
