/** The field types, one file each: adding a type touches one file. Modules above contribute types of their own as beans. */
@NamedInterface("field")
@NullMarked
package io.huoji.platform.table.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
