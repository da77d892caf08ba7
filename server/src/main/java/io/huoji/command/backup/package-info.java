/** Backup of a whole installation into one archive, its proof, and the way back; from the built-in to an external database, too. */
@NullMarked
package io.huoji.command.backup;

import org.jspecify.annotations.NullMarked;
