package io.huoji.command.crm;

import io.huoji.command.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code huoji import crm <folder> --url <address> --token <token>}. */
public final class ImportCommand {

    private static final String USAGE = "Usage: huoji import crm <folder> --url <address> --token <token>";

    private ImportCommand() {
    }

    public static void main(String[] args) {
        if (args.length == 0 || !args[0].toLowerCase(Locale.ROOT).equals("crm"))
            fail(USAGE);
        String url = option(args, "--url");
        String token = option(args, "--token");
        if (args.length != 6 || url == null || token == null)
            fail(USAGE);
        Path folder = Path.of(args[1]);
        if (!Files.isRegularFile(folder.resolve("sales_pipeline.csv")))
            fail("No sales_pipeline.csv in %s.".formatted(folder));
        try {
            new CrmImport(new ApiClient(url, token), folder, System.out::println).run();
        } catch (ApiClient.Refused | IllegalStateException refusal) {
            fail(String.valueOf(refusal.getMessage()));
        }
    }

    private static @Nullable String option(String[] args, String name) {
        for (int i = 0; i < args.length - 1; i++)
            if (args[i].equals(name))
                return args[i + 1];
        return null;
    }

    private static void fail(String line) {
        System.err.println(line);
        System.exit(2);
    }
}
