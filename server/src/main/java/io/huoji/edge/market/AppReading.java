package io.huoji.edge.market;

import io.huoji.platform.kernel.Keys;
import io.huoji.platform.kernel.Misuse;
import io.huoji.platform.kernel.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an app's file and collects everything that is wrong with its form, each with its place. */
final class AppReading {

    private static final int MOST_PARTS = 2000;
    private static final int MOST_RECORDS = 500;
    private static final int LONGEST_TEXT = 4000;
    private static final int LARGEST = 4 << 20;
    private static final Set<String> HEAD = Set.of("formatVersion", "key", "name", "collection", "version",
            "description", "sample");
    private static final Set<String> OF_RECORD = Set.of("table", "daysAgo", "time", "fields");

    private final List<Problem> problems = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean hasUnknown;

    private AppReading() {}

    static AppFile read(ObjectNode file) {
        if (file.toString().length() > LARGEST)
            throw new Misuse.BadFile(true, Problem.at("", "app-too-large", Map.of("max", LARGEST >> 20)));
        return new AppReading().app(file);
    }

    private AppFile app(ObjectNode file) {
        Forms.checkCharacters(file, "", problems);
        JsonNode format = file.path("formatVersion");
        if (!format.isInt() || format.asInt() != AppFile.FORMAT)
            problems.add(Problem.at("formatVersion", "unknown-format", Map.of("known", AppFile.FORMAT)));
        for (String name : file.propertyNames())
            if (!HEAD.contains(name) && Kind.ofFile().stream().noneMatch(kind -> kind.list.equals(name)))
                unknown(name, name);
        String key = text(file, "key", "", 64, true);
        if (!key.isEmpty() && !Keys.isKey(key))
            problems.add(Problem.at("key", "bad-key"));
        String version = text(file, "version", "", 32, true);
        if (!version.isEmpty() && !Version.isVersion(version))
            problems.add(Problem.at("version", "bad-version"));
        for (Kind kind : Kind.ofFile())
            list(file, kind, "", "");
        if (parts.isEmpty() && problems.isEmpty())
            problems.add(Problem.at("tables", "empty-app"));
        AppFile app = new AppFile(key, text(file, "name", "", 200, true), text(file, "collection", "", 200, false),
                version, text(file, "description", "", LONGEST_TEXT, false),
                parts.stream().sorted(Comparator.comparing(Part::kind)).toList(), records(file.path("sample")));
        refuse();
        return app;
    }

    private void refuse() {
        if (hasUnknown)
            throw new Misuse.Malformed(problems.toArray(Problem[]::new));
        if (!problems.isEmpty())
            throw new Misuse.Refused(problems);
    }

    private void unknown(String path, String name) {
        hasUnknown = true;
        problems.add(Problem.at(path, "unknown-property", Map.of("name", name)));
    }

    private void list(ObjectNode holder, Kind kind, String prefix, String table) {
        JsonNode list = holder.path(kind.list);
        if (list.isMissingNode() || list.isNull())
            return;
        if (!list.isArray()) {
            problems.add(Problem.at(prefix + kind.list, "wrong-type", Map.of("type", "list")));
            return;
        }
        for (int i = 0; i < list.size() && parts.size() < MOST_PARTS; i++)
            part(list.get(i), kind, "%s%s[%d]".formatted(prefix, kind.list, i), table);
        if (parts.size() >= MOST_PARTS)
            problems.add(Problem.at(prefix + kind.list, "too-many-items", Map.of("max", MOST_PARTS)));
    }

    private void part(JsonNode json, Kind kind, String path, String table) {
        if (!(json instanceof ObjectNode object)) {
            problems.add(Problem.at(path, "wrong-type", Map.of("type", "object")));
            return;
        }
        ObjectNode content = object.deepCopy();
        String bare = text(content, "key", path + ".", 200, true);
        text(content, "name", path + ".", 200, true);
        String key = table.isEmpty() ? bare : table + "/" + bare;
        if (!bare.isEmpty() && !seen.add(kind + " " + key))
            problems.add(Problem.at(path + ".key", "twice-in-file", Map.of("value", bare)));
        parts.add(new Part(kind, key, path, content));
        if (kind == Kind.TABLE) {
            list(object, Kind.FIELD, path + ".", bare);
            list(object, Kind.VIEW, path + ".", bare);
            content.remove(List.of(Kind.FIELD.list, Kind.VIEW.list));
        }
        for (String property : content.propertyNames())
            if (!kind.knows(property))
                unknown(path + "." + property, property);
            else
                Forms.check(property, content.get(property), path + "." + property, problems);
    }

    private List<ObjectNode> records(JsonNode sample) {
        if (sample.isMissingNode() || sample.isNull())
            return List.of();
        sample.propertyNames().stream().filter(name -> !name.equals("records"))
                .forEach(name -> unknown("sample." + name, name));
        JsonNode list = sample.path("records");
        if (!sample.isObject() || !list.isArray() || list.size() > MOST_RECORDS) {
            problems.add(sample.isObject() && list.isArray()
                    ? Problem.at("sample.records", "too-many-items", Map.of("max", MOST_RECORDS))
                    : Problem.at("sample.records", "wrong-type", Map.of("type", "list")));
            return List.of();
        }
        List<ObjectNode> records = new ArrayList<>();
        for (int i = 0; i < list.size(); i++)
            if (list.get(i) instanceof ObjectNode one && isRecord(one, "sample.records[" + i + "]."))
                records.add(one);
            else if (!list.get(i).isObject())
                problems.add(Problem.at("sample.records[" + i + "]", "wrong-type", Map.of("type", "object")));
        return records;
    }

    private boolean isRecord(ObjectNode one, String path) {
        int before = problems.size();
        one.propertyNames().stream().filter(name -> !OF_RECORD.contains(name))
                .forEach(name -> unknown(path + name, name));
        String table = text(one, "table", path, 64, true);
        if (seen.stream().noneMatch((Kind.TABLE + " " + table)::equals))
            problems.add(Problem.at(path + "table", "unknown-table", Map.of("value", table)));
        if (!one.path("daysAgo").isInt() || one.path("daysAgo").asInt() < 0 || one.path("daysAgo").asInt() > 3650)
            problems.add(Problem.at(path + "daysAgo", "out-of-range", Map.of("min", 0, "max", 3650)));
        if (!one.path("time").asString("").matches("([01]\\d|2[0-3]):[0-5]\\d"))
            problems.add(Problem.at(path + "time", "not-a-time"));
        if (!one.path("fields").isObject())
            problems.add(Problem.at(path + "fields", "wrong-type", Map.of("type", "object")));
        return problems.size() == before;
    }

    private String text(ObjectNode holder, String name, String prefix, int longest, boolean required) {
        JsonNode value = holder.path(name);
        boolean none = value.isMissingNode() || value.isNull();
        String text = value.isString() ? value.asString().strip() : "";
        if (!none && !value.isString())
            problems.add(Problem.at(prefix + name, "wrong-type", Map.of("type", "text")));
        else if (required && text.isEmpty())
            problems.add(Problem.at(prefix + name, "required"));
        if (text.length() > longest)
            problems.add(Problem.at(prefix + name, "too-long", Map.of("max", longest)));
        return text;
    }
}
