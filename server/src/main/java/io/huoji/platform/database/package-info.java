/** PostgreSQL, built in or external: started, with its roles in place, before anything asks for a connection. */
@ApplicationModule(displayName = "Database", allowedDependencies = "platform.settings")
@NullMarked
package io.huoji.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
