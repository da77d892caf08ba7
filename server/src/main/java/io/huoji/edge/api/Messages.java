package io.huoji.edge.api;

import io.huoji.platform.kernel.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts that the server says, from every module's bundle {@code messages/<module>.properties} and {@code …_en.properties}. */
@Component
public class Messages {

    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final Map<String, String> chinese;
    private final Map<String, String> english;

    Messages() {
        this.chinese = load(false);
        this.english = load(true);
    }

    /** What is wrong, as a sentence; the bare code when no bundle knows it. */
    public String of(Problem problem, Locale locale) {
        String text = find("problem." + problem.code(), locale);
        return text == null ? problem.code() : fill(text, problem.params(), locale);
    }

    /** The text of a key; the key itself when no bundle knows it. */
    public String of(String key, Locale locale) {
        String text = find(key, locale);
        return text == null ? key : text;
    }

    Map<String, String> all(Locale locale) {
        return Locale.ENGLISH.equals(locale) ? english : chinese;
    }

    private @Nullable String find(String key, Locale locale) {
        return all(locale).get(key);
    }

    private String fill(String text, Map<String, Object> params, Locale locale) {
        return PARAMETER.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            Object value = params.get(name);
            return java.util.regex.Matcher.quoteReplacement(value == null ? "" : word(name, value, locale));
        });
    }

    /** A value is said by its word where there is one: {@code what=person} by {@code what.person}. */
    private String word(String name, Object value, Locale locale) {
        if (value instanceof List<?> several)
            return String.join(Locale.ENGLISH.equals(locale) ? ", " : "、",
                    several.stream().map(one -> word(name, one, locale)).toList());
        String word = find(name + "." + value, locale);
        return word == null ? value.toString() : word;
    }

    private static Map<String, String> load(boolean english) {
        Map<String, String> texts = new HashMap<>();
        for (Resource bundle : bundles())
            if (String.valueOf(bundle.getFilename()).endsWith("_en.properties") == english)
                read(bundle).forEach((key, text) -> texts.putIfAbsent((String) key, (String) text));
        return Map.copyOf(texts);
    }

    private static List<Resource> bundles() {
        try {
            return java.util.Arrays.stream(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*.properties"))
                    .sorted(java.util.Comparator.comparing(bundle -> String.valueOf(bundle.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Resource bundle) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
