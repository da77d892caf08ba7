import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the list of all libraries in a package with their licences, and the text of each licence. Ends with an error when a
 * library has no licence that may be shipped, or when its text is nowhere to be found.
 *
 * <p>Run by {@code ./huoji package} as a single source file: {@code ThirdParty <sbom.json> <lib> <web> <texts> <LICENSE> <out>}.
 */
public class ThirdParty {

    private static final Set<String> MAY_BE_SHIPPED = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause",
            "0BSD", "ISC", "EPL-2.0", "CC0-1.0", "OFL-1.1", "Bouncy Castle Licence");
    private static final Pattern TEXT = Pattern.compile("(?i)(META-INF/|META-INF/licenses?/)?(licen[cs]e|notice|copying)[^/]*");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path texts;
    private final Path apache;
    private final Path out;
    private final List<String> faults = new ArrayList<>();
    private final TreeMap<String, String> rows = new TreeMap<>();

    ThirdParty(Path texts, Path apache, Path out) {
        this.texts = texts;
        this.apache = apache;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> paths = Stream.of(arguments).map(Path::of).toList();
        ThirdParty work = new ThirdParty(paths.get(3), paths.get(4), paths.get(5));
        work.server(JSON.readTree(Files.readAllBytes(paths.get(0))), paths.get(1));
        work.web(JSON.readTree(Files.readAllBytes(paths.get(2).resolve("package-lock.json"))), paths.get(2));
        work.end();
    }

    /** Every jar, by what the bill of materials says of it. */
    private void server(JsonNode bill, Path lib) throws IOException {
        TreeMap<String, JsonNode> known = new TreeMap<>();
        bill.path("components").forEach(it -> known.put(it.path("name").asString() + "-" + it.path("version").asString(), it));
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.sorted().toList()) {
                String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                // Put in by Spring Boot's own build plugin, which no dependency names.
                JsonNode component = name.startsWith("spring-boot-jarmode-tools") ? known.get(name.replace("-jarmode-tools", ""))
                        : known.get(name);
                if (component == null) {
                    faults.add("Nothing is known of " + name);
                } else {
                    jar(jar, name, component);
                }
            }
        }
    }

    private void jar(Path jar, String name, JsonNode component) throws IOException {
        String group = component.path("group").asString("");
        List<String> licences = component.path("licenses").valueStream().map(ThirdParty::licence)
                .map(it -> real(group, it)).toList();
        row(name, licences, "server");
        Path folder = Files.createDirectories(out.resolve("texts").resolve(name));
        boolean isThere = copyOwn(group, folder);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : (Iterable<java.util.zip.ZipEntry>) zip.stream().map(it -> (java.util.zip.ZipEntry) it)::iterator) {
                if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
                    Files.write(folder.resolve(Path.of(entry.getName()).getFileName()), zip.getInputStream(entry).readAllBytes());
                    isThere = true;
                }
            }
        }
        if (!isThere && !copyStandard(licences, folder)) {
            faults.add("No text of the licence of " + name + ": add licences/texts/" + group + ".txt");
        }
    }

    private static String licence(JsonNode it) {
        JsonNode licence = it.path("license");
        return it.path("expression").asString(licence.path("id").asString(licence.path("name").asString("")));
    }

    /** What their files say, where the pom names it loosely. */
    private static String real(String group, String licence) {
        boolean isBsd = group.startsWith("com.twelvemonkeys") || licence.equals("Go License");
        return isBsd ? "BSD-3-Clause" : licence;
    }

    /** The text kept for a library, by the beginning of its group. */
    private boolean copyOwn(String group, Path folder) throws IOException {
        try (Stream<Path> kept = Files.list(texts)) {
            for (Path text : kept.toList()) {
                String name = text.getFileName().toString().replaceFirst("\\.txt$", "");
                if (name.contains(".") && (group + ".").startsWith(name + ".")) {
                    Files.copy(text, folder.resolve("LICENSE.txt"));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean copyStandard(List<String> licences, Path folder) throws IOException {
        for (String licence : licences) {
            Path text = licence.equals("Apache-2.0") ? apache : texts.resolve(licence + ".txt");
            if (Files.exists(text)) {
                Files.copy(text, folder.resolve("LICENSE.txt"));
                return true;
            }
        }
        return false;
    }

    /** Every package that the web ships. */
    private void web(JsonNode lock, Path web) {
        lock.path("packages").properties().forEach(entry -> {
            String path = entry.getKey();
            if (path.isEmpty() || entry.getValue().path("dev").asBoolean(false)
                    || entry.getValue().path("devOptional").asBoolean(false)
                    || entry.getValue().path("optional").asBoolean(false)) {
                return;
            }
            String name = path.replaceFirst(".*node_modules/", "") + "-" + entry.getValue().path("version").asString();
            row(name, List.of(entry.getValue().path("license").asString("")), "web");
            try {
                npm(web.resolve(path), name);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }

    private void npm(Path installed, String name) throws IOException {
        Path folder = Files.createDirectories(out.resolve("texts").resolve(name.replace('/', '+')));
        boolean isThere = false;
        try (Stream<Path> files = Files.list(installed)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (TEXT.matcher(file.getFileName().toString()).matches()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                    isThere = true;
                }
            }
        }
        if (!isThere) {
            // Many small packages carry no file; their package.json names author and licence.
            Files.copy(installed.resolve("package.json"), folder.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void row(String name, List<String> licences, String where) {
        rows.put(name, "| %s | %s | %s |".formatted(name, String.join(" or ", licences), where));
        boolean mayBe = licences.stream().flatMap(it -> Stream.of(it.replaceAll("[()]", "").split(" OR ")))
                .anyMatch(MAY_BE_SHIPPED::contains);
        if (!mayBe) {
            faults.add("%s may not be shipped under \"%s\"".formatted(name, String.join(" or ", licences)));
        }
    }

    private void end() throws IOException {
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(2);
        }
        String head = """
                # Third-party libraries

                Huoji itself is under the Apache License 2.0 (LICENSE). It ships these libraries, each under its own licence, whose text
                lies in `texts/`; where several are named, Huoji uses the first.

                | library | licence | part |
                |---|---|---|
                """;
        Files.writeString(out.resolve("THIRD-PARTY.md"),
                rows.values().stream().collect(Collectors.joining("\n", head, "\n")), StandardCharsets.UTF_8);
    }
}
