package io.huoji.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the server answered. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

    /** The JSON body; a missing node for an empty one. */
    public JsonNode json() {
        return bytes.length == 0 ? MissingNode.getInstance() : Api.parse(bytes);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first value of a header, whatever the case of its name. */
    public @Nullable String header(String name) {
        return headers.entrySet()
                .stream()
                .filter(it -> it.getKey().equalsIgnoreCase(name))
                .map(it -> it.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }

    /** A value of the body by JSON pointer, or by name at the top; as text. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer.startsWith("/") ? pointer : "/" + pointer);
        return node.isString() ? node.asString() : node.toString();
    }

    /** Fails with the whole body when the status is another one. */
    public Answer expect(int expected) {
        assertThat(status).as(() -> "answer " + text()).isEqualTo(expected);
        return this;
    }

    /** The codes of all problems, as {@code field:code}. */
    public List<String> problems() {
        JsonNode errors = json().path("errors");
        return errors.valueStream()
                .map(it -> Objects.requireNonNullElse(it.path("field").asString(null), "") + ":"
                        + it.path("code").asString())
                .toList();
    }

    public List<JsonNode> items() {
        return json().path("items").valueStream().toList();
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
