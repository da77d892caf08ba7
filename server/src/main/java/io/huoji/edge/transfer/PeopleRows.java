package io.huoji.edge.transfer;

import io.huoji.platform.kernel.Problem;
import io.huoji.platform.org.Codes;
import io.huoji.platform.org.Directory;
import io.huoji.platform.org.Person;
import io.huoji.platform.org.PersonInput;
import io.huoji.platform.org.PersonInput.GrantInput;
import io.huoji.platform.org.Role;
import io.huoji.platform.org.Unit;
import io.huoji.platform.table.ImportPlan;
import io.huoji.platform.table.ImportRow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Rows of a file as what the organisation takes of people. */
final class PeopleRows {

    private static final Set<String> HERE = Set.of("在职", "是", "yes", "true", "1", "active");
    private static final Set<String> GONE = Set.of("离职", "否", "no", "false", "0", "left", "inactive");

    private final Directory directory;
    private final ImportPlan plan;
    private final Map<String, String> codesByName = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();

    PeopleRows(Directory directory, ImportPlan plan) {
        this.directory = directory;
        this.plan = plan;
    }

    /**
     * One row.
     *
     * @param input null when something of it can't be told
     */
    record Read(ImportRow row, @Nullable PersonInput input, List<Problem> problems) {}

    List<Read> read(List<ImportRow> rows) {
        List<String> codes = rows.stream().map(this::code).toList();
        for (int i = 0; i < rows.size(); i++)
            codesByName.putIfAbsent(cell(rows.get(i), "name"), codes.get(i));
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++)
            read.add(read(rows.get(i), codes.get(i)));
        return read;
    }

    /** The code of whom the row means, else the one that it gives or gets. */
    private String code(ImportRow row) {
        Person known = known(row);
        if (known != null)
            return known.code();
        String given = cell(row, "code");
        return !given.isEmpty()
                ? given
                : Codes.of(cell(row, "name"), "person",
                        code -> directory.personByCode(code) != null || !fresh.add(code));
    }

    private @Nullable Person known(ImportRow row) {
        String match = plan.match();
        String word = match == null ? "" : cell(row, match);
        if (match == null || word.isEmpty())
            return null;
        return switch (match) {
            case "email" -> directory.people().stream().filter(it -> word.equalsIgnoreCase(it.email())).findFirst()
                    .orElse(null);
            case "mobile" -> directory.people().stream().filter(it -> isMobile(it, word)).findFirst().orElse(null);
            default -> directory.personByCode(word);
        };
    }

    private static boolean isMobile(Person person, String word) {
        String digits = word.replaceAll("[^0-9]", "");
        return person.mobile() != null && digits.length() >= 7
                && person.mobile().replaceAll("[^0-9]", "").endsWith(digits);
    }

    private static String cell(ImportRow row, String key) {
        return row.cells().getOrDefault(key, "").strip();
    }

    private Read read(ImportRow row, String code) {
        List<Problem> problems = new ArrayList<>();
        if (plan.mode() == ImportPlan.Mode.UPDATE && directory.personByCode(code) == null)
            problems.add(Problem.at("", "no-such-record", Map.of("value", code)));
        String name = cell(row, "name");
        PersonInput input = new PersonInput(code, name.isEmpty() ? null : name, said(row, "email"),
                said(row, "mobile"), manager(row, problems), null, null, unit(row, "unit", problems),
                day(cell(row, "unitFrom"), problems), roles(cell(row, "roles"), problems),
                active(cell(row, "active"), problems));
        return new Read(row, problems.isEmpty() ? input : null, problems);
    }

    /** Blank leaves what is there, unless blanks are to clear. */
    private @Nullable JsonNode said(ImportRow row, String key) {
        String cell = cell(row, key);
        if (!cell.isEmpty())
            return StringNode.valueOf(cell);
        return plan.emptyClears() && row.cells().containsKey(key) ? NullNode.instance : null;
    }

    private @Nullable JsonNode manager(ImportRow row, List<Problem> problems) {
        JsonNode said = said(row, "manager");
        if (said == null || said.isNull())
            return said;
        String word = said.asString();
        List<Person> meant = directory.peopleMeant(word);
        if (meant.size() == 1)
            return StringNode.valueOf(meant.getFirst().code());
        if (meant.size() > 1)
            problems.add(Problem.at("manager", "several-people-named", Map.of("value", word)));
        return StringNode.valueOf(codesByName.getOrDefault(word, word));
    }

    private @Nullable JsonNode unit(ImportRow row, String key, List<Problem> problems) {
        String word = cell(row, key);
        return word.isEmpty() ? null : StringNode.valueOf(unit(word, key, problems));
    }

    private String unit(String word, String field, List<Problem> problems) {
        List<Unit> meant = directory.unitsMeant(word);
        if (meant.size() > 1)
            problems.add(Problem.at(field, "several-units-named", Map.of("value", word)));
        return meant.size() == 1 ? meant.getFirst().code() : word;
    }

    private static @Nullable LocalDate day(String cell, List<Problem> problems) {
        if (cell.isEmpty())
            return null;
        try {
            return LocalDate.parse(io.huoji.platform.table.field.DateType.read(cell));
        } catch (DateTimeParseException none) {
            problems.add(Problem.at("unitFrom", "not-a-day", Map.of("name", cell)));
            return null;
        }
    }

    private @Nullable List<GrantInput> roles(String cell, List<Problem> problems) {
        if (cell.isEmpty())
            return null;
        List<GrantInput> grants = new ArrayList<>();
        for (String word : cell.split("[、,，;；\\n]", -1)) {
            int at = word.indexOf('@');
            String role = (at < 0 ? word : word.substring(0, at)).strip();
            if (role.isEmpty())
                continue;
            Role known = directory.roles().stream().filter(it -> it.name().equals(role) || it.key().equals(role))
                    .findFirst().orElse(null);
            JsonNode unit = at < 0
                    ? null
                    : StringNode.valueOf(unit(word.substring(at + 1).strip(), "roles", problems));
            grants.add(new GrantInput(known == null ? role : known.key(), unit));
        }
        return grants;
    }

    private static @Nullable Boolean active(String cell, List<Problem> problems) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (word.isEmpty())
            return null;
        if (!HERE.contains(word) && !GONE.contains(word))
            problems.add(Problem.at("active", "not-a-presence", Map.of("value", cell)));
        return HERE.contains(word);
    }
}
