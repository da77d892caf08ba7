package io.huoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for SQL, checked on every text of it in our sources, run or not. */
class SqlTest {

    private static final Pattern TEXT = Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"",
            Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(with|select|insert into|update|delete from|merge|set|listen|notify|copy)\\s.*", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\bmerge\\s+into\\b|\\blisten\\s|\\bpg_notify\\b|\\bpg_(try_)?advisory_|\\bset_config\\s*\\(|\\bnextval\\b|"
                    + "\\bnow\\s*\\(\\)|\\bcurrent_timestamp\\b|\\bclock_timestamp\\b|\\brandom\\s*\\(\\)|\\bgen_random_uuid\\b");
    private static final Pattern TENANT_TABLE = Pattern.compile(
            "\\b(?:from|join|into|update)\\s+(record|record_history|record_comment|record_mention|unique_value|expectation|person|unit|unit_membership|role|"
                    + "role_grant|data_table|field|view|file|event|parked_event|object_type|event_type|business_object|"
                    + "business_event|scene|node|node_version|cadence_mark|unit_day|person_month|unit_period|embed_ticket|"
                    + "session|api_token|invitation|stamp|transfer|transfer_problem)\\b");

    /** Tells other nodes sooner what they would find by themselves: nothing is lost when the message is. */
    private static final Set<String> MAY_NOTIFY = Set.of("NodeMessages.java");
    /** Composes its statements from lists of columns that begin with the tenant's. */
    private static final Set<String> COMPOSES = Set.of("RecordColumns.java");

    record Sql(String where, String text) {}

    @Test
    void noStatementUsesWhatDoesNotScaleOrTellsTheTimeItself() throws IOException {
        List<Sql> all = all();
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all.stream().filter(it -> !MAY_NOTIFY.contains(it.where()))
                .filter(it -> FORBIDDEN.matcher(it.text()).find())).isEmpty();
    }

    @Test
    void everyStatementOnATenantsTableNamesTheTenant() throws IOException {
        assertThat(all().stream().filter(it -> !COMPOSES.contains(it.where()))
                .filter(it -> TENANT_TABLE.matcher(it.text()).find())
                .filter(it -> !it.text().contains("tenant"))).isEmpty();
    }

    private static List<Sql> all() throws IOException {
        List<Sql> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
                Matcher matcher = TEXT.matcher(Files.readString(file));
                while (matcher.find()) {
                    String text = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                    if (STATEMENT.matcher(text).matches())
                        found.add(new Sql(file.getFileName().toString(), text));
                }
            }
        }
        return found;
    }
}
