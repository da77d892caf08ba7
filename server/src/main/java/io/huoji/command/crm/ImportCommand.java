package io.huoji.command.crm;

import io.huoji.command.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code huoji import crm <folder> --url <address> --token <token>}. */
public final class ImportCommand {

    private static final String USAGE = "Usage: huoji import crm <folder> --url <address> --token <token>";

    private ImportCommand() {}

    public static void main(String[] args) {
        if (args.length != 6 || !args[0].equals("crm"))
            fail(USAGE);
        Path folder = Path.of(args[1]);
        if (!Files.isRegularFile(folder.resolve("sales_pipeline.csv")))
            fail("No sales_pipeline.csv in %s.".formatted(folder));
        try {
            ApiClient api = new ApiClient(option(args, "--url"), option(args, "--token"));
            new CrmImport(api, folder, System.out::println).run();
        } catch (IllegalArgumentException | IllegalStateException | ApiClient.Refused refusal) {
            fail(String.valueOf(refusal.getMessage()));
        }
    }

    private static String option(String[] args, String name) {
        for (int i = 0; i < args.length - 1; i++)
            if (args[i].equals(name))
                return args[i + 1];
        throw new IllegalArgumentException(USAGE);
    }

    private static void fail(String line) {
        System.err.println(line);
        System.exit(2);
    }
}
