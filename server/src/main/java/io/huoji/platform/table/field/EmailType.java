package io.huoji.platform.table.field;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Contacts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An e-mail address, in lower case. */
@Component
class EmailType implements FieldType {

    private static final int MAX = 254;

    @Override
    public String key() {
        return "email";
    }

    @Override
    public String group() {
        return "relation";
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
    public boolean mayBeUnique() {
        return true;
    }

    @Override
    public @Nullable JsonNode parse(JsonNode given, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, MAX, false, problems);
        if (text == null)
            return null;
        String address = Contacts.email(text);
        if (address == null) {
            problems.add(field.problem("not-an-email"));
            return null;
        }
        return StringNode.valueOf(address);
    }

    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, MAX, false, problems);
        return text == null ? null : StringNode.valueOf(text.toLowerCase(Locale.ROOT));
    }
}
