/** The customer whose border nothing crosses: its row, its transaction, its caches. */
@ApplicationModule(allowedDependencies = {"platform.kernel", "platform.database"})
@NullMarked
package io.huoji.platform.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
