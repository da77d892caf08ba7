package io.huoji.platform.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * The text of a mail, plain and as simple HTML. Its source is a file {@code mails/<name>.<language>.txt}: the subject, an empty
 * line, paragraphs with {@code {parameters}}; a paragraph {@code > words | address} is the button.
 */
public record Letter(String subject, List<String> paragraphs) {

    private static final String BUTTON = "> ";

    /** The letter of that name in Chinese or English, filled in. */
    public static Letter of(String name, String locale, Map<String, String> params) {
        String language = Locale.forLanguageTag(locale).getLanguage().equals("en") ? "en" : "zh";
        String[] parts = read("/mails/%s.%s.txt".formatted(name, language)).strip().split("\n\n+");
        List<String> filled = List.of(parts).stream().map(part -> fill(part, params)).toList();
        return new Letter(filled.getFirst(), filled.subList(1, filled.size()));
    }

    String plain() {
        return String.join("\n\n", paragraphs.stream().map(Letter::plain).toList()) + "\n";
    }

    String html() {
        return """
                <!doctype html><html><body style="margin:0;padding:24px;background:#f5f6f7">
                <div style="max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e1e4e8;\
                border-radius:8px;font:15px/24px sans-serif;color:#1a2126">
                %s
                </div></body></html>
                """.formatted(String.join("\n", paragraphs.stream().map(Letter::html).toList()));
    }

    private static String plain(String paragraph) {
        return paragraph.startsWith(BUTTON) ? String.join(":\n", button(paragraph)) : paragraph;
    }

    private static String html(String paragraph) {
        if (!paragraph.startsWith(BUTTON))
            return "<p style=\"margin:0 0 16px\">%s</p>".formatted(HtmlUtils.htmlEscape(paragraph, "UTF-8"));
        List<String> button = button(paragraph).stream().map(text -> HtmlUtils.htmlEscape(text, "UTF-8")).toList();
        return """
                <p style="margin:0 0 8px"><a href="%2$s" style="display:inline-block;padding:10px 20px;border-radius:6px;\
                background:#1b5e9b;color:#ffffff;text-decoration:none">%1$s</a></p>
                <p style="margin:0 0 16px;font-size:12px;line-height:20px;color:#5f6972;word-break:break-all">%2$s</p>"""
                .formatted(button.getFirst(), button.getLast());
    }

    private static List<String> button(String paragraph) {
        return List.of(paragraph.substring(BUTTON.length()).split(" \\| ", 2));
    }

    private static String fill(String text, Map<String, String> params) {
        String filled = text;
        for (Map.Entry<String, String> param : params.entrySet())
            filled = filled.replace("{" + param.getKey() + "}", param.getValue());
        return filled;
    }

    private static String read(String path) {
        try (InputStream file = Letter.class.getResourceAsStream(path)) {
            if (file == null)
                throw new IllegalStateException("There is no " + path);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
