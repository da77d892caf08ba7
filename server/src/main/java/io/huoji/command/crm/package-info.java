/** Loads the CRM sample set. */
@NullMarked
package io.huoji.command.crm;

import org.jspecify.annotations.NullMarked;
