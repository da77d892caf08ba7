package io.huoji.edge.api.document;

import io.huoji.platform.access.OpenToAll;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document, made when it is first asked for. */
@RestController
class DocumentController {

    private final Supplier<ObjectNode> document;

    DocumentController(
            @Qualifier("requestMappingHandlerMapping") org.springframework.beans.factory.ObjectProvider<RequestMappingHandlerMapping> mapping,
            JsonMapper json) {
        this.document = SingletonSupplier.of(() -> new ApiDocument(json).of(mapping.getObject()));
    }

    @OpenToAll
    @GetMapping("/api/openapi.json")
    ObjectNode document() {
        return document.get();
    }
}
