package io.huoji.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern CODE = Pattern.compile(
            "(?:Problem\\.at|new Problem)\\(\\s*[^;]{0,160}?,\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\"\\s*[,)]");
    private static final Pattern FINDING = Pattern
            .compile("findings\\.add\\(\\s*[^;]{0,160}?,\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\"\\s*[,)]");
    private static final Pattern DENIAL = Pattern.compile("new (?:Misuse\\.)?Unauthenticated\\(\"([a-z0-9-]+)\"\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}");

    private final Messages messages = new Messages();

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(messages.all(Locale.ENGLISH).keySet()).isEqualTo(messages.all(Locale.CHINESE).keySet());
    }

    @Test
    void bothLanguagesSayTheSameParameters() {
        messages.all(Locale.CHINESE).forEach((key, text) -> assertThat(parameters(messages.of(key, Locale.ENGLISH)))
                .as(key).isEqualTo(parameters(text)));
    }

    @Test
    void everyProblemCodeInTheSourcesHasAText() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                for (Pattern pattern : Set.of(CODE, FINDING, DENIAL))
                    pattern.matcher(text).results().map(found -> found.group(1))
                            .filter(code -> !messages.all(Locale.CHINESE).containsKey("problem." + code))
                            .forEach(code -> missing.add(source.getFileName() + ": " + code));
            }
        }
        assertThat(missing).as("codes without a text in messages/*.properties").isEmpty();
    }

    @Test
    void fillsInParametersAndSaysTheirWords() {
        Problem problem = Problem.at("", "not-found", Map.of("what", "person", "key", "li-lei"));
        assertThat(messages.of(problem, Locale.CHINESE)).isEqualTo("没有「li-lei」这个人员，或它不在你的数据范围内。");
        assertThat(messages.of(problem, Locale.ENGLISH))
                .isEqualTo("There is no person \"li-lei\", or it is beyond your data scope.");
    }

    @Test
    void speaksChineseUnlessEnglishIsPreferred() {
        assertThat(Languages.of((String) null)).isEqualTo(Locale.CHINESE);
        assertThat(Languages.of("fr, de;q=0.5")).isEqualTo(Locale.CHINESE);
        assertThat(Languages.of("en-GB, zh;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of("en;q=0.5, zh-CN")).isEqualTo(Locale.CHINESE);
        assertThat(Languages.of(";;;q=oops")).isEqualTo(Locale.CHINESE);
    }

    private static Set<String> parameters(String text) {
        Matcher matcher = PARAMETER.matcher(text);
        return matcher.results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
