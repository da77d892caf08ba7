/** What the operator sets from outside, and the data directory that belongs to this server alone. */
@ApplicationModule(displayName = "Settings", allowedDependencies = {})
@NullMarked
package io.huoji.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
