/** The OpenAPI 3.1 document of this server and the page to browse it. */
@NullMarked
package io.huoji.edge.api.document;

import org.jspecify.annotations.NullMarked;
