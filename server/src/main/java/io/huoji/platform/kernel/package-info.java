/** Words that every module needs: ids, problems, pages. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.huoji.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
