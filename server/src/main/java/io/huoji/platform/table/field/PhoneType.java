package io.huoji.platform.table.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.huoji.platform.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A telephone number, mobile or not, however it was written: kept as E.164, with {@code ;ext=} where it has an extension (RFC 3966). A
 * number without a country is Chinese.
 */
@Component
class PhoneType implements FieldType {

    private static final int MAX = 60;
    private static final String HOME = "CN";

    @Override
    public String key() {
        return "phone";
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
        String number = number(text);
        if (number == null) {
            problems.add(field.problem("not-a-phone"));
            return null;
        }
        return StringNode.valueOf(number);
    }

    /** A whole number in any writing, or some digits of one. */
    @Override
    public @Nullable JsonNode operand(JsonNode given, Operator operator, FieldContext field, List<Problem> problems) {
        String text = Texts.of(given, field, MAX, false, problems);
        if (text == null)
            return null;
        String whole = number(text);
        return StringNode.valueOf(whole == null ? text.replaceAll("[\\s()-]", "") : whole);
    }

    private static @Nullable String number(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text.replace("转", " ext. "), HOME);
            if (!numbers.isPossibleNumber(number))
                return null;
            String main = numbers.format(number, PhoneNumberFormat.E164);
            return number.hasExtension() ? main + ";ext=" + number.getExtension() : main;
        } catch (NumberParseException none) {
            return null;
        }
    }
}
