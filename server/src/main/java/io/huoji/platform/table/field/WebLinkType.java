package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An address on the web: http or https, without a password in it. */
@Component
class WebLinkType implements FieldType {

    private static final int MAX = 2000;

    @Override
    public String key() {
        return "webLink";
    }

    @Override
    public String group() {
        return "text";
    }

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public boolean mayBeIndexed() {
        return false;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, MAX, false, problems);
        if (text == null)
            return null;
        if (!isWebAddress(text)) {
            problems.add(field.problem("not-a-link"));
            return null;
        }
        return StringNode.valueOf(text);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, MAX, false, problems);
        return text == null ? null : StringNode.valueOf(text);
    }

    static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = address.getScheme();
            return scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && address.getRawAuthority() != null && !address.getRawAuthority().isEmpty()
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
