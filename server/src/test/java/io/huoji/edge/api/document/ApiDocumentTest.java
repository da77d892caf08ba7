package io.huoji.edge.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HuojiTest
class ApiDocumentTest {

    @Autowired World world;

    private JsonNode document() {
        return world.nobody().get("/api/openapi.json").expect(200).json();
    }

    @Test
    void describesEveryOperationInWords() {
        Set<String> operations = new TreeSet<>();
        JsonNode paths = document().path("paths");
        for (String path : paths.propertyNames())
            for (String method : paths.path(path).propertyNames())
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
        assertThat(operations).hasSizeGreaterThan(90);
        assertThat(new Operations().known()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryOperationHasItsOwnName() {
        JsonNode document = document();
        List<String> broken = new ArrayList<>();
        document.findValuesAsString("$ref").forEach(it -> {
            if (document.at(it.substring(1)).isMissingNode())
                broken.add(it);
        });
        assertThat(broken).isEmpty();
        assertThat(document.findValuesAsString("operationId")).doesNotHaveDuplicates();
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void saysWhatAPersonIs() {
        JsonNode document = document();
        JsonNode create = document.path("paths").path("/api/v1/people").path("post");
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/PersonInput");
        assertThat(create.path("description").asString()).contains("people.write");
        assertThat(document.at("/components/schemas/PersonView/properties/id/format").asString()).isEqualTo("uuid");
        JsonNode list = document.path("paths").path("/api/v1/people").path("get");
        assertThat(list.path("parameters").findValuesAsString("name")).contains("q", "unit", "limit", "cursor");
    }

    @Test
    void canBeBrowsed() {
        assertThat(world.nobody().get("/api/docs/").expect(200).text()).contains("/api/docs/docs.js");
        world.nobody().get("/api/docs/docs.js").expect(200);
        world.nobody().get("/api/docs/library/swagger-ui-bundle.js").expect(200);
        assertThat(world.nobody().get("/api/docs").status()).isEqualTo(302);
    }
}
