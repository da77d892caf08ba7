package io.huoji.platform.table.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** What a value looks like in a spreadsheet when its type says nothing else, and how that is read back. */
final class SheetForm {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "√", "✓", "对", "有");
    private static final Set<String> NO = Set.of("否", "no", "n", "false", "0", "×", "✗", "错", "无");
    private static final Pattern NAMED = Pattern.compile("(.*\\S)\\s*[(（]([^()（）]+)[)）]");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[、,，;；\\n|]\\s*");

    private SheetForm() {}

    /** The words of an answered value: a name with its code, a list with 、 between, else the plain text. */
    static String said(JsonNode presented) {
        if (presented.isString())
            return presented.asString();
        if (presented.isNumber())
            return presented.decimalValue().toPlainString();
        if (presented.isObject() && presented.path("name").isString())
            return named(presented.get("name").asString(), id(presented));
        if (presented.isArray() && presented.valueStream().allMatch(JsonNode::isString))
            return String.join("、", presented.valueStream().map(JsonNode::asString).toList());
        return presented.isBoolean() ? String.valueOf(presented.asBoolean()) : presented.toString();
    }

    private static String id(JsonNode presented) {
        for (String word : List.of("code", "key", "externalId", "id"))
            if (presented.path(word).isString())
                return presented.get(word).asString();
        return "";
    }

    static String named(String name, String id) {
        return id.isEmpty() ? name : "%s (%s)".formatted(name, id);
    }

    /** What the brackets of {@code 王芳 (wang-fang)} hold; the whole when there are none. */
    static String inBrackets(String cell) {
        Matcher matcher = NAMED.matcher(cell.strip());
        return matcher.matches() ? matcher.group(2).strip() : cell.strip();
    }

    static JsonNode read(String cell, Shape shape, FieldContext field) {
        return switch (shape) {
            case NUMBER -> StringNode.valueOf(SheetNumbers.plain(cell));
            case FLAG -> flag(cell);
            case DATE -> StringNode.valueOf(SheetDates.day(cell));
            case TIME -> StringNode.valueOf(SheetDates.moment(cell, field.tenant().zone()));
            case REFERENCE, PERSON, UNIT -> StringNode.valueOf(inBrackets(cell));
            case MONEY, ITEMS, DATE_RANGE, PATH, PEOPLE, UNITS, WHOLE -> structured(cell);
            case ORDERED_TEXT -> StringNode.valueOf(cell.strip());
            case CHOICES -> structured(cell).isString() ? list(split(cell)) : structured(cell);
            case TEXT, LONG_TEXT, CHOICE -> StringNode.valueOf(cell);
        };
    }

    static JsonNode flag(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word))
            return BooleanNode.valueOf(YES.contains(word));
        return StringNode.valueOf(cell);
    }

    private static JsonNode structured(String cell) {
        String plain = cell.strip();
        if (plain.startsWith("{") || plain.startsWith("["))
            try {
                return JSON.readTree(plain);
            } catch (JacksonException none) {
                // Then it is text.
            }
        return StringNode.valueOf(cell);
    }

    /** The parts of a list as people write one. */
    static List<String> split(String cell) {
        return SEPARATOR.splitAsStream(cell.strip()).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    static boolean holdsSeparator(String text) {
        return SEPARATOR.matcher(text).find();
    }

    static JsonNode list(List<String> parts) {
        List<JsonNode> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(StringNode.valueOf(part)));
        return JSON.createArrayNode().addAll(nodes);
    }
}
