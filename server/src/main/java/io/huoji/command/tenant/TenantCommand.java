package io.huoji.command.tenant;

import io.huoji.platform.database.DatabaseServer;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartRefused;
import io.huoji.platform.tenant.TenantRegister;
import io.huoji.platform.tenant.TenantRegister.Entry;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;

/** {@code huoji tenant list | extend <id or name> <days> | convert … | suspend … | resume …}. */
public final class TenantCommand {

    private static final String USAGE = """
            Usage: huoji tenant list
                   huoji tenant extend <id or name> <days>
                   huoji tenant convert|suspend|resume <id or name>""";
    private static final Set<String> CHANGES = Set.of("convert", "suspend", "resume");
    private static final int MOST_DAYS = 3650;
    private static final int REFUSED = 2;

    private final Map<String, String> environment;
    private final PrintStream out;

    TenantCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] args) {
        try {
            new TenantCommand(System.getenv(), System.out).run(List.of(args));
        } catch (StartRefused | TenantRegister.Refused | IllegalArgumentException refused) {
            fail(String.valueOf(refused.getMessage()));
        } catch (InvalidDataAccessResourceUsageException older) {
            fail("The database is not of this version of Huoji: start the server once, it brings it up to date.");
        } catch (DataAccessException | TransactionException broken) {
            fail("The database does not answer: " + broken.getMessage());
        }
    }

    void run(List<String> words) {
        check(words);
        try (DatabaseServer database = DatabaseServer.visit(Settings.of(environment))) {
            TenantRegister register = new TenantRegister(database.owner(), Clock.systemUTC());
            if (words.getFirst().equals("list"))
                out.print(TenantTable.of(register.all(), Clock.systemUTC().instant()));
            else
                change(register, words);
        }
    }

    private void change(TenantRegister register, List<String> words) {
        Entry entry = register.find(words.get(1));
        switch (words.getFirst()) {
            case "extend" -> register.extend(entry, days(words.get(2)));
            case "convert" -> register.convert(entry);
            case "suspend" -> register.suspend(entry);
            default -> register.resume(entry);
        }
        out.print(TenantTable.of(List.of(register.find(entry.id().toString())), Clock.systemUTC().instant()));
    }

    private static void check(List<String> words) {
        String act = words.isEmpty() ? "" : words.getFirst();
        boolean isKnown = act.equals("list")
                ? words.size() == 1
                : act.equals("extend") ? words.size() == 3 : CHANGES.contains(act) && words.size() == 2;
        if (!isKnown)
            throw new IllegalArgumentException(USAGE);
        if (act.equals("extend"))
            days(words.get(2));
    }

    private static int days(String word) {
        int days = word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
        if (days < 1 || days > MOST_DAYS)
            throw new IllegalArgumentException(
                    "Days must be a number from 1 to %d, not %s.".formatted(MOST_DAYS, word));
        return days;
    }

    private static void fail(String lines) {
        System.err.println(lines);
        System.exit(REFUSED);
    }
}
