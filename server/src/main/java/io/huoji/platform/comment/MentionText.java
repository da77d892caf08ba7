package io.huoji.platform.comment;

import io.huoji.platform.kernel.Ids;
import io.huoji.platform.kernel.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a comment: plain, with line breaks, and people named by {@code @[code or id]}. */
final class MentionText {

    static final int LONGEST = 4000;
    private static final int MOST = 50;
    private static final Pattern MENTION = Pattern.compile("@\\[([^\\[\\]\\s]{1,100})]");

    private MentionText() {}

    /** The text with every mention by id, as it is stored; adds everything that is wrong with it. */
    static String read(@Nullable String given, Function<String, @Nullable UUID> readers, List<Problem> problems) {
        String text = given == null ? "" : given.replace("\r\n", "\n").strip();
        if (text.isEmpty())
            problems.add(Problem.at("text", "required"));
        else if (text.length() > LONGEST)
            problems.add(Problem.at("text", "text-too-long", Map.of("max", LONGEST)));
        else if (text.codePoints().anyMatch(MentionText::isForbidden))
            problems.add(Problem.at("text", "bad-character"));
        return problems.isEmpty() ? resolved(text, readers, problems) : text;
    }

    private static boolean isForbidden(int letter) {
        return (Character.isISOControl(letter) && letter != '\n' && letter != '\t')
                || (letter >= 0xD800 && letter <= 0xDFFF);
    }

    private static String resolved(String text, Function<String, @Nullable UUID> readers, List<Problem> problems) {
        Set<UUID> named = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        String resolved = matcher.replaceAll(found -> {
            UUID person = readers.apply(found.group(1));
            if (person == null)
                problems.add(Problem.at("text", "not-a-reader", Map.of("value", found.group(1))));
            else
                named.add(person);
            return Matcher.quoteReplacement(person == null ? found.group() : "@[" + person + "]");
        });
        if (named.size() > MOST)
            problems.add(Problem.at("text", "too-many-mentions", Map.of("max", MOST)));
        return resolved;
    }

    /** Who is named in a stored text, in order. */
    static Set<UUID> mentioned(String stored) {
        Set<UUID> people = new LinkedHashSet<>();
        MENTION.matcher(stored).results().forEach(found -> {
            UUID person = Ids.parse(found.group(1));
            if (person != null)
                people.add(person);
        });
        return people;
    }
}
