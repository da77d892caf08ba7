/** The work queue: what was committed is told to consumers, one tenant's lane at a time, exactly once inside the database. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.tenant", "platform.database"})
@NullMarked
package io.huoji.platform.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
