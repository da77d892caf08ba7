package io.huoji.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The two languages of the product; Chinese unless the caller prefers English. */
public final class Languages {

    private static final List<Locale> KNOWN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** {@link Locale#CHINESE} or {@link Locale#ENGLISH}. */
    static Locale of(@org.jspecify.annotations.Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank())
            return Locale.CHINESE;
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Locale.CHINESE;
        }
    }
}
