package io.huoji.insight.metric;

import java.util.Locale;

/** What a metric says, in words, with the version of its definition. */
public enum Definition {
    COMPLETION("completion", 1, "到期的期望动作中按时完成的比例：按时 ÷ 应做。按截止日归期，豁免与提前取消的不计。",
            "Share of due expectations that were done on time: on time ÷ expected, by the day they count on; exempt ones and those"
                    + " cancelled before due are left out.",
            0.85), QUALITY("quality", 1, "有评级的动作中达标的比例：达标 ÷ 有评级。主管评级优先于自评；未完成的另列，不进分母。",
                    "Share of rated actions that met the standard: met ÷ rated; the lead's rating wins over the own one; missed"
                            + " expectations stand beside it, not in the denominator.",
                    null), EVIDENCE("evidence", 1, "关键动作中证据齐全的比例：齐全 ÷ 关键动作。关键动作是节点列出了证据的动作。",
                            "Share of key actions whose evidence is complete: complete ÷ key actions; a key action is one whose node lists"
                                    + " evidence.",
                            0.85), PROVEN("proven", 1, "到期的期望动作中完成且证据齐全的比例：完成且有证据 ÷ 应做。",
                                    "Share of due expectations that were done with complete evidence: done and proven ÷ expected.",
                                    0.85);

    private final String key;
    private final int version;
    private final String chinese;
    private final String english;
    private final @org.jspecify.annotations.Nullable Double threshold;

    Definition(String key, int version, String chinese, String english,
            @org.jspecify.annotations.Nullable Double threshold) {
        this.key = key;
        this.version = version;
        this.chinese = chinese;
        this.english = english;
        this.threshold = threshold;
    }

    public String key() {
        return key;
    }

    /** The share from which a figure is healthy; null when there is none. */
    public @org.jspecify.annotations.Nullable Double threshold() {
        return threshold;
    }

    MetricAnswer.Defined in(Locale locale) {
        return new MetricAnswer.Defined(key, version, locale.getLanguage().equals("en") ? english : chinese, threshold);
    }

    /** Numerator of the rate. */
    long numerator(Figures figures) {
        return switch (this) {
            case COMPLETION -> figures.onTime();
            case QUALITY -> figures.met();
            case EVIDENCE -> figures.complete();
            case PROVEN -> figures.proven();
        };
    }

    /** Denominator of the rate, which is also its n. */
    long denominator(Figures figures) {
        return switch (this) {
            case COMPLETION, PROVEN -> figures.expected();
            case QUALITY -> figures.rated();
            case EVIDENCE -> figures.keyActions();
        };
    }
}
