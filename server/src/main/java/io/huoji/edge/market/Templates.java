package io.huoji.edge.market;

import io.huoji.platform.kernel.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The built-in app templates, which come with the product as files. */
@Component
class Templates {

    private static final List<String> KEYS = List.of("teaching", "medical-visits", "saas-leads");
    private static final String PLAN = "samplePlan";

    /** A template in one language. */
    record Template(AppFile file, SamplePlan plan) {}

    private final Map<String, Map<String, Template>> byLanguage = new LinkedHashMap<>();

    Templates(JsonMapper json) {
        for (String language : List.of(Bilingual.CHINESE, Bilingual.ENGLISH)) {
            Map<String, Template> templates = new LinkedHashMap<>();
            for (String key : KEYS)
                templates.put(key, read(json, key, language));
            byLanguage.put(language, templates);
        }
    }

    private static Template read(JsonMapper json, String key, String language) {
        try (InputStream in = new ClassPathResource("templates/" + key + ".json").getInputStream()) {
            ObjectNode file = (ObjectNode) Bilingual.in(json.readTree(in), language);
            JsonNode plan = file.remove(PLAN);
            return new Template(AppReading.read(file), json.treeToValue(plan, SamplePlan.class));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    List<Template> all(String language) {
        return List.copyOf(of(language).values());
    }

    Template known(String key, String language) {
        Template template = of(language).get(key);
        if (template == null)
            throw new Misuse.NotFound("template", key);
        return template;
    }

    /** The newest version of a template; empty when there is none of that key. */
    String version(String key) {
        Template template = of(Bilingual.CHINESE).get(key);
        return template == null ? "" : template.file().version();
    }

    private Map<String, Template> of(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }
}
