/** Tells open browsers at once that a board has moved; they fetch what they show. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.database", "platform.tenant", "platform.access",
    "platform.event", "platform.identity"})
@NullMarked
package io.huoji.insight.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
