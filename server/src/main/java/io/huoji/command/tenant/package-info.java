/** What an operator does with tenants: on the database itself, beside a server that runs or not. */
@NullMarked
package io.huoji.command.tenant;

import org.jspecify.annotations.NullMarked;
