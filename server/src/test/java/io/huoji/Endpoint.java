package io.huoji;

import io.huoji.platform.access.OpenToAll;
import io.huoji.platform.access.Requires;
import io.huoji.platform.access.SignedIn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One endpoint of the server: method, path pattern and the method that handles it. */
record Endpoint(String method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z]+)(?::[^{}]*)?}");
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** All of ours; what deletes comes last. */
    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods()
                .entrySet()
                .stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("io.huoji."))
                .flatMap(it -> of(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingInt((Endpoint it) -> ORDER.indexOf(it.method()))
                        .thenComparing(Endpoint::pattern))
                .toList();
    }

    private static Stream<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues()
                .stream()
                .flatMap(pattern -> info.getMethodsCondition()
                        .getMethods()
                        .stream()
                        .map(method -> new Endpoint(method.name(), pattern, handler)));
    }

    String name() {
        return method + " " + pattern;
    }

    boolean isOpen() {
        return handler.hasMethodAnnotation(OpenToAll.class);
    }

    boolean saysWhoMayCall() {
        long said = Stream.of(OpenToAll.class, SignedIn.class, Requires.class)
                .filter(handler::hasMethodAnnotation)
                .count();
        return said == 1;
    }

    @Nullable
    Requires requires() {
        return handler.getMethodAnnotation(Requires.class);
    }

    /** Answers without end, so only its status is looked at. */
    boolean isStream() {
        RequestMapping mapping = handler.getMethodAnnotation(RequestMapping.class);
        return mapping != null && List.of(mapping.produces()).contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /** The variables as the samples name them: the fixed segment before, then the name. */
    Set<String> variables() {
        Set<String> variables = new HashSet<>();
        fill(Map.of(), variables);
        return variables;
    }

    String path(Map<String, String> values) {
        return fill(values, new HashSet<>());
    }

    private String fill(Map<String, String> values, Set<String> variables) {
        String before = "";
        StringBuilder path = new StringBuilder();
        for (String segment : List.of(pattern.substring(1).split("/", -1))) {
            Matcher matcher = VARIABLE.matcher(segment);
            StringBuilder filled = new StringBuilder();
            boolean isFixed = true;
            while (matcher.find()) {
                isFixed = false;
                String key = before + "/" + matcher.group(1);
                variables.add(key);
                matcher.appendReplacement(filled,
                        Matcher.quoteReplacement(values.getOrDefault(key, "01890000-0000-7000-8000-000000000000")));
            }
            path.append('/').append(matcher.appendTail(filled));
            before = isFixed ? segment : before;
        }
        return path.toString();
    }
}
