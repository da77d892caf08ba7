package io.huoji.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON texts that differ from a good one in one place: a value of the wrong kind or size, a part too many, a part missing. */
public final class Mutations {

    private static final List<String> VALUES = List.of("null", "true", "-1", "1e400", "99999999999999999999", "0.5",
            "\"\"",
            "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"no-such-thing\"", "\"2026-02-30T25:00:00Z\"",
            "\"" + "长".repeat(20_000) + "\"", "[]", "[null]", "[[[]]]", "[\"a\",\"a\"]", "{}", "{\"\":null}",
            "{\"a\":{\"a\":{}}}");
    private static final List<String> WHOLE = List.of("", "{", "[]", "null", "7", "\"text\"", "{\"a\":1,\"a\":2}",
            "{} {}", "[".repeat(5_000), "\uFEFF{}", "{\"nobody-knows\":1}");

    private Mutations() {}

    public static List<String> of(Object good) {
        List<String> texts = new ArrayList<>(WHOLE);
        JsonNode root = Api.JSON.valueToTree(good);
        change(root, root, texts::add);
        return texts;
    }

    private static void change(JsonNode root, JsonNode at, Consumer<String> out) {
        if (at instanceof ObjectNode object)
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode good = object.get(name);
                for (String value : VALUES)
                    out.accept(with(root,
                            () -> object.putRawValue(name, new tools.jackson.databind.util.RawValue(value))));
                out.accept(with(root, () -> object.remove(name)));
                object.set(name, good);
                change(root, good, out);
            }
        if (at instanceof ArrayNode array)
            for (int place = 0; place < array.size(); place++) {
                JsonNode good = array.get(place);
                int here = place;
                for (String value : VALUES)
                    out.accept(with(root, () -> array.set(here, Api.JSON.getNodeFactory()
                            .rawValueNode(new tools.jackson.databind.util.RawValue(value)))));
                array.set(place, good);
                change(root, good, out);
            }
    }

    private static String with(JsonNode root, Runnable change) {
        change.run();
        return Api.JSON.writeValueAsString(root);
    }
}
